import {HtmlValidate} from 'html-validate'
import {describe, expect, it} from 'vitest'
import {pageOfEachKind, pagesOfEveryKind} from '../browser/every-page.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Ours are short and long lines of one page; what counts is what browsers read.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    // `<h2 id="chapters">` and what `aria-labelledby` names are made by us.
    'no-inline-style': 'error',
  },
})

describe.each(['en', 'ar'] as const)('pages in %s', (language) => {
  it('are valid HTML, every kind of them', async () => {
    const files = await pagesOfEveryKind(language)
    for (const path of pageOfEachKind) {
      const html = files.get(path.replace(/(?:^|\/)$/, '$&index.html')) ?? ''
      expect([path, html.slice(0, 15)]).toEqual([path, '<!doctype html>'])
      const {results} = await validator.validateString(html)
      const messages = results.flatMap((result) =>
        result.messages.map(({ruleId, message, line}) => `${line} ${ruleId}: ${message}`),
      )
      expect([path, ...messages]).toEqual([path])
    }
  })
})
