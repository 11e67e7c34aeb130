/**
 * How problems are printed, beside `text` and `json`: annotations of GitHub's workflows, a log for code scanning, and `text` with all of
 * them, however many there are of one kind.
 */
export const problemFormats = ['github', 'sarif', 'full'] as const

/** The option of every command that has `warningLimit`. */
export const maxWarningsOption = {
  type: 'string',
  value: 'N',
  summary: 'fail if there are more warnings than this',
} as const
