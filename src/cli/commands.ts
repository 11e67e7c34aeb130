import {buildCommand} from './build-command.ts'
import {chaptersCommand} from './chapters-command.ts'
import {checkCommand} from './check-command.ts'
import type {Command} from './command.ts'
import {compareCommand} from './compare-command.ts'
import {deployCommand} from './deploy-command.ts'
import {hostingCommand} from './hosting-command.ts'
import {initCommand} from './init-command.ts'
import {membersCommand} from './members-command.ts'
import {newCommand} from './new-command.ts'
import {nextCommand} from './next-command.ts'
import {notifyCommand} from './notify-command.ts'
import {probeCommand} from './probe-command.ts'
import {showCommand} from './show-command.ts'
import {transcriptCommand} from './transcript-command.ts'

/** Every command. A new one is a file and its line here. */
export const commands: readonly Command[] = [
  initCommand,
  buildCommand,
  checkCommand,
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
]
