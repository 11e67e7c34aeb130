// The command line in one file: loading its 500 modules one by one takes longer than building a small show.
// The library stays as it was compiled. Licences of what is bundled go beside it.
import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {rolldown} from 'rolldown'
import {aliases, licencesOf, root} from './bundling.mjs'

const output = join(root, 'dist/bin')

const bundle = await rolldown({
  input: {castwright: join(root, 'dist/cli/main.js'), 'worker-main': join(root, 'dist/engine/threads/worker-main.js')},
  platform: 'node',
  // gray-matter's engine for JavaScript, which the reader replaces before it ever runs.
  checks: {eval: false},
  resolve: {alias: aliases},
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
for (const file of files) {
  // Code that was kept from an earlier run cannot do that (Node 20, `src/cache/compiled-code.ts`).
  if (file.type === 'chunk' && /\bimport\(/.test(file.code))
    throw new Error(`${file.fileName} has an import(): use process.getBuiltinModule for parts of Node`)
}
const chunks = files.filter((file) => file.type === 'chunk')
writeFileSync(join(output, 'third-party-licences.txt'), licencesOf(chunks))
