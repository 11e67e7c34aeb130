import type {FeedElement} from '../feed-element.ts'
import type {FeedFacts} from '../feed-facts.ts'
import {feedRules, quoted} from '../rule.ts'
import {everyone, specs, validator} from '../rule-sources.ts'
import {conventionalUri} from './namespaces.ts'
import type {Doctype} from './xml-doctype.ts'

/** The DTD of RSS 0.91, at its first address (Netscape) and at its new address (RSS Advisory Board). */
const grammarOf091 =
  /^\s*PUBLIC\s+["']-\/\/Netscape Communications\/\/DTD RSS 0\.91\/\/EN["']\s+["']https?:\/\/(?:my\.netscape\.com\/publish\/formats|www\.rssboard\.org)\/rss-0\.91\.dtd["']\s*$/

/** XML readers stop at the first fault, whatever it is. `reason` is the message of the parser. */
function brokenOff(reason: string): string {
  return `The feed is not well-formed XML, and apps show nothing of it: ${reason}`
}

/** Rules about the document as a whole: its bytes, its XML, its first element. */
export const documentRules = feedRules({
  'feed-not-well-formed': {
    severity: 'error',
    w3c: 'SAXError',
    spec: specs.xml,
    profiles: everyone,
    why: 'XML readers must stop at the first fault. So apps show no new episode until the fault is mended.',
    check: brokenOff,
    in: 'feed.xml on disk',
    bad: '<title>Salt & pepper</title>',
    good: '<title>Salt &#x26; pepper</title>',
  },
  'feed-entity-undefined': {
    severity: 'error',
    w3c: 'UndefinedNamedEntity',
    spec: specs.xml,
    profiles: everyone,
    why: 'XML knows five named entities: amp, lt, gt, quot and apos. The names of HTML make the whole feed unreadable outside CDATA.',
    check: brokenOff,
    in: 'feed.xml on disk',
    bad: '<title>Caf&eacute;</title>',
    good: '<title>Café</title>',
  },
  'feed-entity-external': {
    severity: 'info',
    w3c: 'ContainsSystemEntity',
    spec: specs.xml,
    profiles: validator,
    why: 'An entity from another file could read files of the person who opens the feed. Readers therefore drop it, and its text is missing.',
    check: (isExternal: boolean) =>
      isExternal ? 'The DOCTYPE has an entity that lies elsewhere; no reader fetches it' : undefined,
    in: 'before the first tag',
    bad: '<!DOCTYPE opml [<!ENTITY note SYSTEM "note.txt">]>',
    good: '<!-- no DOCTYPE -->',
  },
  'feed-too-deep': {
    severity: 'error',
    spec: specs.xml,
    profiles: everyone,
    why: 'Elements are nested hundreds deep. Readers refuse that to protect themselves, and the check stops there.',
    check: brokenOff,
    in: 'item',
    bad: `<content:items>${'<a>'.repeat(300)}`,
    good: '<content:items><a/></content:items>',
  },
  'feed-bytes-undecodable': {
    severity: 'error',
    w3c: 'UnicodeError',
    spec: specs.xml,
    profiles: everyone,
    why: 'The bytes are not in the encoding that the file declares. So readers stop, or show wrong letters.',
    check: (encoding: string) => `The file says it is ${encoding}, and here it is not`,
    hint: 'Save the feed as UTF-8',
    in: 'a file in Latin-1',
    bad: '<?xml version="1.0" encoding="utf-8"?>',
    good: '<?xml version="1.0" encoding="iso-8859-1"?>',
  },
  'feed-encoding-contradicted': {
    severity: 'error',
    w3c: 'SAXError',
    spec: specs.xml,
    profiles: everyone,
    why: 'The first bytes of the file are those of another encoding than the XML declaration names. Readers stop, or believe the wrong one.',
    check: (written: string, actual: string) => `The file says it is ${written}, and its first bytes are ${actual}`,
    hint: 'Save the feed as UTF-8, and say encoding="UTF-8"',
    in: 'before the first tag',
    bad: '<?xml version="1.0" encoding="utf-16"?>',
    good: '<?xml version="1.0" encoding="utf-8"?>',
  },
  'feed-doctype-other': {
    severity: 'error',
    w3c: 'InvalidDoctype',
    spec: specs.xml,
    profiles: validator,
    why: 'The DOCTYPE belongs to another kind of document: to RSS 0.91, or to another first element. Some readers believe the DOCTYPE.',
    check: ({name, identifiers}: Doctype, {rootName, format, version}: FeedFacts) => {
      if (rootName !== '' && name !== rootName)
        return `The DOCTYPE is of ${quoted(name, 40)}, and the first element is ${rootName}`
      if (!/netscape|rss[ -]0\.9/i.test(identifiers)) return undefined
      const isOld = format === 'rss' && version === '0.91'
      if (!isOld) return 'The DOCTYPE is that of RSS 0.91, and the feed is none'
      return grammarOf091.test(identifiers) ? undefined : 'The DOCTYPE names a grammar of RSS 0.91 that does not exist'
    },
    hint: 'Leave the DOCTYPE out; no feed needs one',
    in: 'before the first tag',
    bad: '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "https://www.rssboard.org/rss-0.91.dtd">',
    good: '<!-- no DOCTYPE -->',
  },
  'feed-encoding-unknown': {
    severity: 'error',
    w3c: 'UnknownEncoding',
    spec: specs.xml,
    profiles: everyone,
    why: 'Readers know only a few encodings. All readers know UTF-8.',
    check: (encoding: string) => `Nobody knows the encoding ${encoding}; the feed is read as UTF-8`,
    hint: 'Save the feed as UTF-8',
    in: 'before the first tag',
    bad: '<?xml version="1.0" encoding="utf-9"?>',
    good: '<?xml version="1.0" encoding="UTF-8"?>',
  },
  'feed-namespace-invalid': {
    severity: 'error',
    w3c: 'InvalidNamespace',
    spec: specs.namespaces,
    profiles: everyone,
    why: 'The root element is in another namespace than the format has, so it is another element to every reader.',
    check: ({namespace}: FeedElement, local: string, expected: string) =>
      `${local} is in the namespace ${quoted(namespace, 80)}; readers expect ${expected}`,
    in: 'first tag',
    bad: '<feed xmlns="http://example.com/atom">',
    good: '<feed xmlns="http://www.w3.org/2005/Atom">',
    also: ['feed-namespace-unknown'],
  },
  'feed-namespace-missing': {
    severity: 'error',
    w3c: 'MissingNamespace',
    spec: specs.namespaces,
    profiles: everyone,
    why: 'The root element is in no namespace, so it is not the element of that name in Atom or RDF, and readers do not know it.',
    check: (local: string, expected: string) => `${local} is in no namespace; readers expect ${expected}`,
    in: 'first tag',
    bad: '<feed>',
    good: '<feed xmlns="http://www.w3.org/2005/Atom">',
  },
  'feed-prefix-undeclared': {
    severity: 'error',
    w3c: 'MissingNamespace',
    spec: specs.namespaces,
    profiles: everyone,
    disagrees:
      'The validator names the kind, SAXError, as it does of every fault of XML. The name of this one says what is missing.',
    why: 'A prefix that nothing declares makes the whole feed unreadable: XML readers must stop there.',
    check: (reason: string) => {
      const prefix = /"([^"]+)"/.exec(reason)?.[1] ?? ''
      const uri = conventionalUri(prefix)
      const message = brokenOff(`the prefix ${prefix} is not declared`)
      return uri === undefined ? message : {message, hint: `Write xmlns:${prefix}="${uri}" into the first tag`}
    },
    in: 'item',
    bad: '<category itunes:text="Talk">Talk</category>',
    good: '<category domain="https://example.com/tags">Talk</category>',
  },
  'feed-root-unknown': {
    severity: 'error',
    w3c: 'UndefinedElement',
    spec: specs.rss,
    profiles: everyone,
    why: 'The first element belongs to no feed format. Often a server answers with a web page, because the feed has moved.',
    check: (local: string) => `The document begins with <${local}>, so it is neither RSS nor Atom nor OPML`,
    in: 'first tag',
    bad: '<html>',
    good: '<rss version="2.0">',
  },
  'feed-atom-03': {
    severity: 'error',
    w3c: 'ObsoleteNamespace',
    spec: specs.atom,
    profiles: everyone,
    why: 'Atom 0.3 was a draft. Its dates and texts have other names, and readers of today skip them.',
    check: () => 'This is Atom 0.3, a draft of 2003 that readers gave up',
    hint: 'Write Atom 1.0: xmlns="http://www.w3.org/2005/Atom"',
    in: 'first tag',
    bad: '<feed version="0.3" xmlns="http://purl.org/atom/ns#">',
    good: '<feed xmlns="http://www.w3.org/2005/Atom">',
    also: ['feed-namespace-unknown'],
  },
})
