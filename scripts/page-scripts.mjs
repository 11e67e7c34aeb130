// What runs on pages in browsers. The modules of `src/browser/` become a small script each, as texts in `src/browser/scripts.ts`, which
// the program publishes. Whoever runs the sources, compiled or not, has that file from here: it is not in the repository.
import {existsSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {rolldown} from 'rolldown'

const folder = fileURLToPath(new URL('../src/browser/', import.meta.url))

/** The browsers of the last five years. */
const target = 'es2020'

const scripts = {
  playerScript: 'player/player.ts',
  transcriptScript: 'transcript/transcript.ts',
  searchScript: 'search/search.ts',
  previewScript: 'preview/preview.ts',
}

/**
 * The text of one script.
 * @param {string} entry
 */
async function scriptOf(entry) {
  const bundle = await rolldown({input: join(folder, entry), platform: 'browser', tsconfig: false, transform: {target}})
  // In a function of its own: names of several scripts on a page do not meet.
  const {output} = await bundle.generate({format: 'iife', minify: true})
  await bundle.close()
  const [script, ...others] = output
  if (others.length > 0 || script.imports.length > 0) throw new Error(`${entry} is not one script`)
  return script.code
}

/** Writes the module, if it is not there as it would be written. */
export async function writePageScripts() {
  const lines = await Promise.all(
    Object.entries(scripts).map(
      async ([name, entry]) => `export const ${name} = ${JSON.stringify(await scriptOf(entry))}\n`,
    ),
  )
  const module = `// Made by scripts/page-scripts.mjs.\n${lines.join('')}`
  const file = join(folder, 'scripts.ts')
  if (existsSync(file) && readFileSync(file, 'utf8') === module) return
  // Tests may be reading it.
  writeFileSync(`${file}.new`, module)
  renameSync(`${file}.new`, file)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writePageScripts()
