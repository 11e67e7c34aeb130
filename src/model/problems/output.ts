export const outputProblems = {
  'output-collision': {
    severity: 'error',
    why: 'Two inputs would be written to one file, so one of them would be lost without a word. Paths that differ only in upper and lower case count as one: macOS and Windows keep only one of them.',
    bad: 'episodes/one.md and episodes/copy.md, both with `slug: one`',
    good: 'slug: one\nslug: one-again',
  },
  'output-not-ours': {
    severity: 'error',
    why: 'The output folder holds a file of this name that Castwright did not write, with other content. It is somebody’s work, so it is not overwritten.',
    bad: 'castwright build --out my-own-site   (which has an index.html of its own)',
    good: 'castwright build --out my-own-site/podcast',
  },
  'output-unwritable': {
    severity: 'error',
    why: 'The operating system refused to write or replace a file in the output folder. What was there before is still whole.',
    bad: 'an output folder without write permission, or a full disk',
    good: 'castwright build --out some-folder-of-mine',
  },
  'fix-unwritten': {
    severity: 'error',
    why: 'A file could not be mended by `check --fix`: it was changed meanwhile, or the operating system refused to write it. It is as it was before.',
    bad: 'an episode that an editor saves while `castwright check --fix` runs',
    good: 'run `castwright check --fix` again',
  },
  'output-busy': {
    severity: 'error',
    why: 'Another build is writing to the same output folder. Two at once would mix their files.',
    bad: 'two `castwright build` in two terminals',
    good: 'wait for the other build to end',
  },
  'alias-unusable': {
    severity: 'warning',
    why: 'An old address of an episode is of another site, or told apart by what follows a `?`. No file can be left there, so that who has it finds nothing.',
    bad: 'aliases: ["/?p=17", "https://elsewhere.example/one"]',
    good: 'aliases: [/2019/05/first-light.html]',
  },
} as const
