// The command line in one file: loading its 500 modules one by one takes longer than building a small show.
// The library stays as it was compiled. Licences of what is bundled go beside it.
import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {rolldown} from 'rolldown'

const root = new URL('..', import.meta.url).pathname
const output = join(root, 'dist/bin')

/** `node_modules/@scope/name` of a module's path. */
function packageOf(path) {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]
}

function licenceOf(folder) {
  const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
  const text =
    file !== undefined && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : ''
  return `${name} ${version} (${license})\n\n${text}`
}

const bundle = await rolldown({
  input: {castwright: join(root, 'dist/cli/main.js'), 'worker-main': join(root, 'dist/plan/worker-main.js')},
  platform: 'node',
  // gray-matter's engine for JavaScript, which the reader replaces before it ever runs.
  checks: {eval: false},
  resolve: {
    alias: {
      // js-yaml asks for a parser of JavaScript in case a schema runs code, which ours never does.
      esprima: join(root, 'scripts/no-esprima.mjs'),
      '@sindresorhus/transliterate': join(root, 'scripts/late-transliterate.cjs'),
    },
  },
})
rmSync(output, {recursive: true, force: true})
const {output: files} = await bundle.write({
  dir: output,
  // Node loads it faster than modules, and before 22 keeps compiled code of nothing else (`src/cache/compiled-code.ts`).
  format: 'cjs',
  chunkFileNames: '[name]-[hash].js',
  minify: {mangle: false},
})
writeFileSync(join(output, 'package.json'), '{"type": "commonjs"}\n')
for (const {fileName, code = ''} of files) {
  // Code that was kept from an earlier run cannot do that (Node 20, `src/cache/compiled-code.ts`).
  if (/\bimport\(/.test(code))
    throw new Error(`${fileName} has an import(): use process.getBuiltinModule for parts of Node`)
}
const packages = new Set(files.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : [])).map(packageOf))
const licences = [...packages]
  .filter((folder) => folder !== undefined)
  .sort()
  .map(licenceOf)
writeFileSync(join(output, 'third-party-licences.txt'), `${licences.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`)
