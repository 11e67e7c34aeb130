import {exportTheme, type PartName, templateNames} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {problemLines} from '../print/print-problems.ts'
import {refuseUsage} from '../print/refuse-usage.ts'
import {showFolder} from '../show-folder.ts'

export async function runTheme({positionals: [action, folderNamed], values}: Arguments): Promise<number> {
  if (action !== 'export') {
    const what = action === undefined ? 'theme needs to know what to do' : `theme does not know "${action}"`
    return refuseUsage(what, 'Write castwright theme export')
  }
  const only = typeof values.only === 'string' ? values.only.split(',').map((name) => name.trim()) : templateNames
  const unknown = only.find((name) => !isTemplate(name))
  if (unknown !== undefined)
    return refuseUsage(`there is no template ${unknown}`, `The templates are: ${templateNames.join(', ')}`)
  const folder = showFolder(folderNamed)
  const outcome = await exportTheme(folder, {only: only.filter(isTemplate)})
  if (!outcome.ok) {
    for (const line of problemLines(outcome.problems, {folder})) console.error(line)
    return exitCodes.problems
  }
  const {written, kept} = outcome.value
  for (const path of written) console.log(`written  ${path}`)
  for (const path of kept) console.log(`kept     ${path}, which was there already`)
  if (written.length > 1)
    console.log('Delete what you do not change: those parts then follow each new version of Castwright.')
  return exitCodes.clean
}

function isTemplate(name: string): name is PartName {
  return templateNames.some((each) => each === name)
}
