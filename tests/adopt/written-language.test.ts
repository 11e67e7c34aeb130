import {expect, it} from 'vitest'
import {writtenLanguage} from '../../src/adopt/written-language.ts'
import {page} from './repository-sample.ts'

it.each([
  [['夜の列車', '春のはじめ', 'テスト'], 'ja'],
  [['밤 기차', '첫 번째 이야기'], 'ko'],
  [['夜车', '第一课', 'Bonus'], 'zh'],
  [['Νυχτερινό τρένο', 'Πρώτο φως'], 'el'],
  [['5 μ wide', '3 Ω'], undefined],
  [['夜の列車', 'Night trains', 'First light'], undefined],
  [['Ночной поезд', 'Первый свет'], undefined],
  [['夜の列車'], undefined],
  [[], undefined],
])('titles such as %j are in %s', (titles, language) => {
  expect(writtenLanguage(titles.map((title, index) => page(`${index}.md`, {title})))?.value).toBe(language)
})
