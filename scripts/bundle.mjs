// The command line in one file: loading its 500 modules one by one takes longer than building a small show.
// The library stays as it was compiled. What is bundled is listed beside it.
import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {rolldown} from 'rolldown'
import {aliases, root, writeContents} from './bundling.mjs'

const output = join(root, 'dist/bin')

/** What every command line loads, before it is known whether anything else is needed. */
const loadedFirst = ['cli/early-answer.js', 'cli/run.js', 'cli/prepare-program.js']
/** What a build loads, in all its threads. */
const loadedByBuilds = ['uses/build.js', 'uses/network/network.js', 'engine/threads/episode-worker.js']
/** The library's list of names leads to all there is. */
const barrel = join(root, 'dist/index.js')
/** @type {Set<string>} */
const ofBuilds = new Set()

/**
 * The modules that are loaded with some.
 * @param {readonly string[]} files
 * @param {import('rolldown').PluginContext} context
 */
function loadedWith(files, context) {
  const found = new Set(files.map((file) => join(root, 'dist', file)))
  for (const id of found)
    for (const each of context.getModuleInfo(id)?.importedIds ?? []) if (each !== barrel) found.add(each)
  return found
}

const bundle = await rolldown({
  input: {castwright: join(root, 'dist/cli/main.js'), 'worker-main': join(root, 'dist/engine/threads/worker-main.js')},
  platform: 'node',
  // gray-matter's engine for JavaScript, which the reader replaces before it ever runs.
  checks: {eval: false},
  resolve: {alias: aliases},
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    {
      name: 'modules-of-builds',
      buildEnd() {
        const first = loadedWith(loadedFirst, this)
        for (const id of loadedWith(loadedByBuilds, this)) if (!first.has(id)) ofBuilds.add(id)
      },
    },
  ],
})
rmSync(output, {recursive: true, force: true})
const {output: files} = await bundle.write({
  dir: output,
  // Node loads it faster than modules, and before 22 keeps compiled code of nothing else (`src/cache/compiled-code.ts`).
  format: 'cjs',
  chunkFileNames: '[name]-[hash].js',
  // In one piece, since a name of another file is a call each time it is used. What only other commands need is in files of theirs.
  codeSplitting: {includeDependenciesRecursively: false, groups: [{name: 'build', test: (id) => ofBuilds.has(id)}]},
  minify: {mangle: false},
})
writeFileSync(join(output, 'package.json'), '{"type": "commonjs"}\n')
for (const file of files) {
  // Code that was kept from an earlier run cannot do that (Node 20, `src/cache/compiled-code.ts`).
  if (file.type === 'chunk' && /\bimport\(/.test(file.code))
    throw new Error(`${file.fileName} has an import(): use process.getBuiltinModule for parts of Node`)
}
const chunks = files.filter((file) => file.type === 'chunk')
for (const {fileName, imports} of chunks) {
  // The one that is loaded second would find nothing in the first.
  const around = chunks.find((each) => imports.includes(each.fileName) && each.imports.includes(fileName))
  if (around !== undefined) throw new Error(`${fileName} and ${around.fileName} import each other`)
}
writeContents(output, chunks)
