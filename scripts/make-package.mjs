// The package as people get it, in `dist/package`: the program, the library in one module with one file of types, the documents.
// Everything from npm is bundled in both, so an installation fetches this one package and runs no script. `npm publish dist/package`.
import {cpSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {rolldown} from 'rolldown'
import {rollup} from 'rollup'
import {dts} from 'rollup-plugin-dts'
import {aliases, root, writeContents} from './bundling.mjs'

const output = join(root, 'dist/package')
const library = join(output, 'dist/library')

/** What integrations for other site generators are called, as `castwright/astro`. */
const integrations = ['astro', 'eleventy']

async function writeCode() {
  const bundle = await rolldown({
    input: {
      index: join(root, 'dist/index.js'),
      'worker-main': join(root, 'dist/engine/threads/worker-main.js'),
      ...Object.fromEntries(integrations.map((name) => [name, join(root, `dist/integrations/${name}.js`)])),
    },
    platform: 'node',
    checks: {eval: false},
    resolve: {alias: aliases},
  })
  const {output: files} = await bundle.write({
    dir: library,
    format: 'esm',
    chunkFileNames: '[name]-[hash].js',
    // Names and lines stay: they are in the traces of other people's programs.
    minify: {mangle: false, codegen: {removeWhitespace: false}},
  })
  const chunks = files.filter((file) => file.type === 'chunk')
  writeContents(library, chunks)
}

/** Each names the types of the library, and repeats none of them. */
async function writeIntegrationTypes() {
  const bundle = await rollup({
    input: integrations.map((name) => join(root, `dist/integrations/${name}.d.ts`)),
    external: (id) => id.startsWith('node:') || /\/index\.[jt]s$/.test(id),
    plugins: [dts()],
  })
  const paths = (/** @type {string} */ id) => (id.startsWith('node:') ? id : './index.js')
  await bundle.write({dir: library, format: 'es', paths, entryFileNames: '[name].d.ts', chunkFileNames: '[name].ts'})
}

async function writeTypes() {
  const file = join(library, 'index.d.ts')
  const bundle = await rollup({
    input: join(root, 'dist/index.d.ts'),
    external: (id) => !/^(?:\.|\/|[a-z]:[\\/])/i.test(id),
    plugins: [dts()],
    // The one module that another one adds to; see below.
    onwarn: (warning, warn) => /problem\.ts\) could not be resolved/.test(warning.message) || warn(warning),
  })
  await bundle.write({file, format: 'es'})
  const text = readFileSync(file, 'utf8')
  // In one file an interface is added to by its name alone.
  const added = /declare module '\.\.\/model\/problem\.ts' \{\n(\s*interface ProblemTables \{[^}]*\})\s*\}/
  const merged = text.replace(added, '$1')
  if (merged === text || /declare module '\./.test(merged)) throw new Error('an augmented module was not merged')
  // Whoever has the types would have to install them as well.
  const imported = /^import .*? from '(?!node:).*'/m.exec(merged)?.[0]
  if (imported !== undefined) throw new Error(`the types need another package: ${imported}`)
  writeFileSync(file, merged)
}

/** What is for the workshop alone stays out of the manifest. */
function writeManifest() {
  const {
    private: _,
    scripts,
    dependencies,
    devDependencies,
    ...published
  } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  writeFileSync(join(output, 'package.json'), `${JSON.stringify(published, null, 2)}\n`)
}

rmSync(output, {recursive: true, force: true})
await writeCode()
await writeTypes()
await writeIntegrationTypes()
writeManifest()
for (const path of ['README.md', 'CHANGELOG.md', 'LICENSE', 'schema', 'dist/bin'])
  cpSync(join(root, path), join(output, path), {recursive: true, filter: (from) => !/[\\/]\.compiled/.test(from)})
cpSync(join(root, 'docs'), join(output, 'docs'), {
  recursive: true,
  filter: (from) => !/[\\/]\.vitepress|[\\/]recipes$|\.webp$/.test(from),
})
