import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import {xml} from '../../text/markup/xml.ts'
import {nearName} from '../../text/near-name.ts'
import type {Reading} from '../kinds/value-kind.ts'
import {quotedAuthored, text} from '../kinds/value-kinds.ts'
import {checked, eitherOf, listOf, mapped, objectOf} from '../kinds/value-shapes.ts'
import {webUrl} from '../kinds/value-texts.ts'
import {tagKey, tagOf} from '../tag.ts'
import {specOf} from './podcast-spec.ts'

type License = {readonly name: string; readonly url?: AbsoluteUrl | string}

const creativeCommons = ['by', 'by-sa', 'by-nd', 'by-nc', 'by-nc-sa', 'by-nc-nd'] as const

/** The identifiers that apps know, each with the address of its text if there is one. Any other licence needs an address. */
const knownLicenses: readonly License[] = [
  {name: 'ARR'},
  {name: 'POD-V4V-1.0'},
  ...creativeCommons.map((rights) => ({
    name: `CC-${rights.toUpperCase()}-4.0`,
    url: `https://creativecommons.org/licenses/${rights}/4.0/`,
  })),
  {name: 'CC0-1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/'},
]

/** `CC BY-SA 4.0`, `cc-by-sa-4.0` and the address of the text are the same licence. Without a version the newest one is meant. */
function knownLicense(written: string): License | undefined {
  const name = written
    .replace(/^https?:\/\/creativecommons\.org\/(?:licenses|publicdomain)\/(?:zero\/)?/i, (start) =>
      /zero\/$/.test(start) ? 'cc0-' : 'cc-',
    )
    .replace(/\/(?:deed(?:\.\w+)?|legalcode)?\/?$/i, '')
    .replace(/^all rights reserved\.?$/i, 'arr')
    .replaceAll(/[\s/_]+/g, '-')
    .replace(/^cc-0/i, 'cc0')
    .toLowerCase()
  return knownLicenses.find((each) =>
    [each.name, each.name.replace(/-\d\.0$/, '')].some((own) => own.toLowerCase() === name),
  )
}

function licenseOf({name, url}: {readonly name: string; readonly url?: AbsoluteUrl}): Reading<License> {
  const known = knownLicense(name)
  if (known !== undefined) return {value: {...known, ...(url === undefined ? {} : {url})}}
  if (url !== undefined) return {value: {name, url}}
  const near = nearName(
    name,
    knownLicenses.map((each) => each.name),
  )
  const hint =
    near === undefined
      ? `Write {name: ${name.slice(0, 60)}, url: https://example.org/licence}`
      : `Did you mean "${near}"?`
  return {wrong: `is ${quotedAuthored(name)}, which no app knows: it needs the address of its text`, hint}
}

const licenseName = text({maxCharacters: 128})

export const licenseKey = tagKey<License>({
  key: 'license',
  aliases: ['licence'],
  level: 'both',
  kind: eitherOf(
    checked(licenseName, (name) => licenseOf({name})),
    checked(objectOf({name: {kind: licenseName, required: true}, url: {kind: webUrl}}), licenseOf),
  ),
  meaning:
    'The licence, which says what others may do with the show or the episode: a known identifier (`CC-BY-4.0`, `CC0-1.0`), or a name and the address of the text.',
  example: 'license: CC-BY-4.0',
})

export const license = tagOf(licenseKey, {
  name: 'podcast:license',
  spec: specOf('license'),
  summary: '`license`: a known identifier (`CC-BY-4.0`), or a name with the address of the text.',
  member: {name: 'license', text: 'name'},
  write: ({name, url}) => [xml('podcast:license', {url}, name)],
})

type Funding = {readonly url: AbsoluteUrl; readonly text: string}

export const fundingKey = tagKey<readonly Funding[]>({
  key: 'funding',
  aliases: ['support', 'donate'],
  level: 'both',
  kind: listOf(
    eitherOf(
      mapped(webUrl, (url) => ({url, text: 'Support the show'})),
      objectOf({
        url: {kind: webUrl, required: true, aliases: ['link', 'href']},
        text: {kind: text({maxCharacters: 128}), required: true, aliases: ['title', 'label', 'name']},
      }),
    ),
  ),
  meaning: 'Where listeners can support the show, and the words on the button.',
  example: 'funding: {url: https://example.org/support, text: Support the show}',
})

export const funding = tagOf(fundingKey, {
  name: 'podcast:funding',
  spec: specOf('funding'),
  summary: '`funding`: where listeners can support the show, and the words on the button.',
  member: {name: 'funding', many: true},
  write: (links) => links.map((each) => xml('podcast:funding', {url: each.url}, each.text)),
})
