import {join, relative} from 'node:path'
import {newEpisode} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {problemLines} from '../print/print-problems.ts'
import {refuseTime, refuseUsage} from '../print/refuse-usage.ts'
import {clock, showFolder} from '../show-folder.ts'

/** Opens `path` in the author's editor and waits for it. The variable may hold options: `code --wait`. */
function edit(editor: string, path: string): number {
  const {spawnSync} = process.getBuiltinModule('node:child_process')
  const isWindows = process.platform === 'win32'
  const {status} = isWindows
    ? spawnSync(`${editor} "${path}"`, {stdio: 'inherit', shell: true})
    : spawnSync('sh', ['-c', `${editor} "$1"`, 'sh', path], {stdio: 'inherit'})
  return status ?? exitCodes.problems
}

export async function runNew({positionals, values}: Arguments): Promise<number> {
  const [media] = positionals
  const now = clock(values.now)
  if (now === undefined) return refuseTime(values.now)
  const editor = process.env.VISUAL || process.env.EDITOR
  if (values.edit === true && !editor) {
    return refuseUsage('--edit needs to know your editor', 'EDITOR=nano castwright new --edit')
  }
  const folder = showFolder(typeof values.show === 'string' ? values.show : undefined)
  const options = {now, ...(media === undefined ? {} : {media})}
  const outcome = await newEpisode(
    folder,
    typeof values.title === 'string' ? {...options, title: values.title} : options,
  )
  if (values.format === 'json') {
    const {ok, problems} = outcome
    console.log(JSON.stringify({ok, problems, report: outcome.ok ? outcome.value : undefined}, null, 2))
  } else {
    for (const line of problemLines(outcome.problems, {folder})) console.error(line)
  }
  if (!outcome.ok) return exitCodes.problems
  const path = join(folder, outcome.value.file)
  const {recording} = outcome.value
  if (values.format !== 'json' && recording !== undefined)
    console.log(`${relative(process.cwd(), join(folder, recording))}: a copy of ${media}`)
  if (values.format !== 'json')
    console.log(`${relative(process.cwd(), path)}: episode ${outcome.value.number}, "${outcome.value.title}"`)
  return values.edit === true && editor ? edit(editor, path) : exitCodes.clean
}
