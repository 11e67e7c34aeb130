import type {FeedElement} from '../feed-element.ts'
import {feedRules} from '../rule.ts'
import {everyone, specs, validator} from '../rule-sources.ts'
import {conventionalPrefix, conventionalUri, namespaceKind} from './namespaces.ts'

/** Prefixes of vocabularies that are parts of others and are judged there, and the one that Spotify checks itself. */
const unjudgedInSilence: ReadonlySet<string> = new Set(['rdf', 'rdfs', 'xml', 'xlink', 'math', 'svg', 'spotify'])

const mediaRss = 'http://search.yahoo.com/mrss/'

/** Rules about the namespace of an element and about its prefix. */
export const namespaceRules = feedRules({
  'feed-prefix-reserved': {
    severity: 'warning',
    w3c: 'ReservedPrefix',
    spec: specs.namespaces,
    profiles: everyone,
    why: 'By convention, the prefix belongs to another namespace. Apple and others look at the address of the namespace, and find none of these elements.',
    check: ({prefix, namespace}: FeedElement) => {
      const usual = conventionalUri(prefix)
      if (usual === undefined || conventionalPrefix(namespace) === prefix) return undefined
      const message = `The prefix ${prefix} is bound to ${namespace.slice(0, 200)}, so apps ignore its elements`
      return {message, hint: `Write xmlns:${prefix}="${usual}", letter by letter`}
    },
    in: 'item of a podcast',
    bad: '<itunes:block xmlns:itunes="https://www.itunes.com/dtds/podcast-1.0.dtd">Yes</itunes:block>',
    good: '<itunes:block xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">Yes</itunes:block>',
    also: ['feed-namespace-unknown'],
  },
  'feed-prefix-unusual': {
    severity: 'info',
    w3c: 'NonstdPrefix',
    spec: specs.namespaces,
    profiles: validator,
    why: 'XML allows any prefix. But some readers compare prefixes, and do not find the element under this one.',
    check: ({prefix, namespace}: FeedElement) => {
      const usual = conventionalPrefix(namespace) ?? ''
      if (
        prefix === '' ||
        usual === '' ||
        usual.toLowerCase() === prefix.toLowerCase() ||
        conventionalUri(prefix) !== undefined
      )
        return undefined
      return {message: `The namespace ${namespace} has the prefix ${prefix}`, hint: `Write ${usual}: as everybody does`}
    },
    in: 'channel',
    bad: '<dublin:date xmlns:dublin="http://purl.org/dc/elements/1.1/">2024-01-31</dublin:date>',
    good: '<dc:date>2024-01-31</dc:date>',
  },
  'feed-namespace-not-judged': {
    severity: 'info',
    w3c: 'UnsupportedNamespace',
    spec: specs.namespaces,
    profiles: validator,
    why: 'The namespace is known, but there are no rules for its elements. So a fault in them is not found here.',
    check: ({namespace, name}: FeedElement) =>
      namespaceKind(namespace) === 'free' && !unjudgedInSilence.has(name.split(':')[0] ?? '')
        ? `Elements of the namespace ${namespace} are not judged: there are no rules for them here`
        : undefined,
    in: 'channel of a podcast',
    bad: '<googleplay:block>no</googleplay:block>',
    good: '<itunes:block>No</itunes:block>',
  },
  'feed-namespace-unknown': {
    severity: 'warning',
    w3c: 'UnknownNamespace',
    spec: specs.namespaces,
    profiles: validator,
    why: 'No rules are known for elements of this namespace. Readers skip them; a typing error in the address has the same effect.',
    check: ({namespace}: FeedElement) =>
      namespaceKind(namespace) === undefined
        ? `Elements of the namespace ${namespace.slice(0, 200)} are not judged: no rules for them are known`
        : undefined,
    in: 'item',
    bad: '<x:note xmlns:x="http://example.com/my-extension">Talk</x:note>',
    good: '<description>Talk</description>',
  },
  'feed-namespace-padded': {
    severity: 'error',
    w3c: 'InvalidNamespace',
    spec: specs.namespaces,
    profiles: everyone,
    why: 'Namespaces are compared letter by letter. With a blank in the address, all its elements belong to another vocabulary.',
    check: (attribute: string) => ({message: `${attribute} has blanks around the address`, attribute}),
    hint: 'Take the blanks away',
    in: 'channel',
    bad: '<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/ ">2024-01-31</dc:date>',
    good: '<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2024-01-31</dc:date>',
  },
  'feed-media-namespace': {
    severity: 'error',
    w3c: 'MediaRssNamespace',
    spec: specs.mediaRss,
    profiles: validator,
    why: 'The address of the Media RSS namespace ends with a slash. Old documents left the slash out, and readers do not know the elements then.',
    check: ({namespace}: FeedElement) =>
      `${namespace}/` === mediaRss ? 'The namespace of Media RSS ends with a slash' : undefined,
    hint: `Write xmlns:media="${mediaRss}"`,
    in: 'item',
    bad: '<media:keywords xmlns:media="http://search.yahoo.com/mrss">talk</media:keywords>',
    good: '<media:keywords xmlns:media="http://search.yahoo.com/mrss/">talk</media:keywords>',
  },
  'feed-prefix-avoid': {
    severity: 'warning',
    w3c: 'AvoidNamespacePrefix',
    spec: specs.atom,
    profiles: validator,
    why: 'Many readers compare names letter by letter. They know the elements of Atom and XHTML only without a prefix.',
    check: ({name, namespace, prefix}: FeedElement, isRss: boolean) => {
      const isPlain = name.startsWith('xhtml:') || (name.startsWith('atom:') && !isRss)
      if (!isPlain || prefix === '') return undefined
      const message = `Some readers do not understand the prefix ${prefix} here`
      return {message, hint: `Write xmlns="${namespace}" without a prefix`}
    },
    in: 'entry',
    bad: '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml">Talk</h:div></content>',
    good: '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Talk</div></content>',
  },
})
