import type {Command} from '../command.ts'
import {audienceOption} from './audience-option.ts'
import {maxWarningsOption, problemFormats} from './problem-options.ts'

export const buildCommand: Command = {
  name: 'build',
  aliases: [],
  usage: '[FOLDER]',
  summary: 'Builds the show in FOLDER: feeds, pages, transcripts and chapters.',
  examples: [
    ['castwright build', 'build the show of this folder into output/'],
    ['castwright build my-show --out public', 'another folder, another output'],
    ['castwright build --frozen', 'in CI: stop if the lock does not know all of it'],
  ],
  topic: 'a-folder-is-a-show',
  maxPositionals: 1,
  otherFormats: problemFormats,
  options: {
    out: {type: 'string', short: 'o', value: 'FOLDER', summary: 'where to write (default: output)'},
    accept: {
      type: 'string',
      isList: true,
      value: 'CODE:SLUG',
      summary:
        'accept a change that subscribers would notice; several with commas between them; CODE alone accepts all of a kind',
    },
    frozen: {
      type: 'boolean',
      summary: 'leave castwright.lock.json alone; fail if what it has recorded would change (for CI)',
    },
    first: {
      type: 'boolean',
      summary:
        'with --frozen, for the first run in CI: if there is no lock, build if nothing is live at the address of the feed (404 or 410)',
    },
    'allow-private': {type: 'boolean', summary: 'with --first: let the feed be in a private network'},
    'max-warnings': maxWarningsOption,
    'no-cache': {type: 'boolean', summary: 'make everything again, and take nothing from .castwright/ beside the show'},
    probe: {
      type: 'boolean',
      summary: 'ask servers about media that were never looked at (else a build uses no network)',
    },
    shard: {
      type: 'string',
      value: 'I/N',
      summary: 'build only the I-th of N parts of a network (network.yaml), for jobs of CI',
    },
    merge: {
      type: 'string',
      value: 'FOLDER',
      summary: 'build only what the network itself publishes, from the outputs of shards in the folders of FOLDER',
    },
    for: audienceOption,
    now: {type: 'string', value: 'TIME', summary: 'publish what is due at TIME instead of now'},
  },
  load: async () => (await import('../runs/run-build.ts')).runBuild,
}
