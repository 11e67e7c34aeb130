import type {Command} from './command.ts'
import {adoptCommand} from './commands/adopt-command.ts'
import {buildCommand} from './commands/build-command.ts'
import {chaptersCommand} from './commands/chapters-command.ts'
import {checkCommand} from './commands/check-command.ts'
import {compareCommand} from './commands/compare-command.ts'
import {deployCommand} from './commands/deploy-command.ts'
import {helpCommand} from './commands/help-command.ts'
import {hostingCommand} from './commands/hosting-command.ts'
import {importCommand} from './commands/import-command.ts'
import {initCommand} from './commands/init-command.ts'
import {membersCommand} from './commands/members-command.ts'
import {moveCommand} from './commands/move-command.ts'
import {newCommand} from './commands/new-command.ts'
import {nextCommand} from './commands/next-command.ts'
import {notifyCommand} from './commands/notify-command.ts'
import {previewCommand} from './commands/preview-command.ts'
import {probeCommand} from './commands/probe-command.ts'
import {showCommand} from './commands/show-command.ts'
import {themeCommand} from './commands/theme-command.ts'
import {transcriptCommand} from './commands/transcript-command.ts'

/** Every command. A new one is a file and its line here. */
export const commands: readonly Command[] = [
  initCommand,
  adoptCommand,
  importCommand,
  moveCommand,
  buildCommand,
  checkCommand,
  previewCommand,
  themeCommand,
  showCommand,
  transcriptCommand,
  chaptersCommand,
  compareCommand,
  newCommand,
  nextCommand,
  hostingCommand,
  probeCommand,
  deployCommand,
  notifyCommand,
  membersCommand,
  helpCommand,
]
