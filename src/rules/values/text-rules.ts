import {first, type Value, type ValueCheck} from '../element-table.ts'
import {rawContent} from '../feed-facts.ts'
import {complaint, feedRules, fine} from '../rule.ts'
import {specs, validator} from '../rule-sources.ts'
import {structureRules} from '../structure-rules.ts'
import {hasHtmlReferences, hasHtmlTags, looksLikeHtml, textDecodedTwice} from './html-detection.ts'

/** C1 controls come from windows-1252 that was read as Latin-1; `Ã©` comes from UTF-8 that was read as Latin-1. */
const misdecoded = /[\x80-\x9f\ufffd]|[\xc2\xc3][\x80-\xbf]|\u00e2\u20ac/

/** The text as a reader may see it. Some readers read HTML in it and some do not: the RSS specification does not decide this. */
function seenText({text, element, attribute, facts}: Value): string {
  return attribute === undefined ? textDecodedTwice(rawContent(element, facts)) : text
}

/** Rules for text without markup: titles, names, categories. */
export const textRules = feedRules({
  'feed-characters-misdecoded': {
    severity: 'warning',
    w3c: 'BadCharacters',
    spec: specs.xml,
    profiles: validator,
    why: 'The text was probably read in the wrong encoding and saved again. Listeners see Ã© instead of é.',
    check: ({text, subject}: Pick<Value, 'text' | 'subject'>) => {
      const [found] = misdecoded.exec(text) ?? []
      return found === undefined
        ? undefined
        : `${subject} was read in the wrong encoding once, and now holds ${JSON.stringify(found)}`
    },
    hint: 'Save as UTF-8, and say so in the XML declaration',
    in: 'feed.xml on disk',
    bad: '<title>CafÃ©</title>',
    good: '<title>Café</title>',
  },
  'feed-html-in-plain-text': {
    severity: 'warning',
    w3c: 'ContainsHTML',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'Some apps show tags and references in titles as they stand, and other apps obey them. So no spelling is shown correctly everywhere.',
    check: (value: Value) => {
      const seen = seenText(value)
      return hasHtmlTags(seen) || hasHtmlReferences(seen)
        ? `${value.subject} looks like HTML, which some apps show as tags and others obey`
        : undefined
    },
    hint: 'Write plain text; an ampersand is &#x26; and a less-than sign &#x3C;',
    in: 'feed.xml on disk',
    bad: '<title>&lt;b&gt;One&lt;/b&gt;</title>',
    good: '<title>One</title>',
  },
  'feed-text-ambiguous': {
    severity: 'warning',
    w3c: 'CharacterData',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'A less-than sign with a letter after it is the start of a tag to apps that read HTML in titles: the rest of the title disappears.',
    check: (value: Value) =>
      value.attribute === undefined && /<[A-Za-z/?!]/.test(seenText(value))
        ? `${value.subject} has a "<" that some apps take for the start of a tag`
        : undefined,
    hint: 'Write &#x3C;',
    in: 'feed.xml on disk',
    bad: '<title>a &lt;b</title>',
    good: '<title>a &#x3C;b</title>',
  },
})

export const readableCharacters = textRules['feed-characters-misdecoded'].judge
export const notBlank: ValueCheck = structureRules['feed-value-blank'].judge
export const attributeNotBlank: ValueCheck = structureRules['feed-attribute-blank'].judge

/** Finds HTML in text that no reader reads as HTML. */
export const withoutMarkup: ValueCheck = ({text, subject}) => {
  const message = `${subject} has tags or references of HTML, which everybody shows as they stand`
  return looksLikeHtml(text) ? [complaint(textRules['feed-html-in-plain-text'], message)] : fine
}

const withoutHtml = first(textRules['feed-html-in-plain-text'].judge, textRules['feed-text-ambiguous'].judge)

/** Text of RSS that has no markup: titles, names, categories. */
export const nonBlankPlainText: ValueCheck = first(notBlank, readableCharacters, withoutHtml)

/** The same for values that may be empty without harm. */
export const anyPlainText: ValueCheck = first(readableCharacters, withoutHtml)

/** Text that no rule judges. */
export const anyText: ValueCheck = () => fine
