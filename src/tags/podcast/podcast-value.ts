import {present} from '../../model/present.ts'
import {isJsonObject} from '../../text/json-object.ts'
import {type XmlElement, xml} from '../../text/markup/xml.ts'
import type {Authored, Reading, ValueKind} from '../kinds/value-kind.ts'
import {
  booleanKind,
  decimal,
  isAbsent,
  isWordForNothing,
  oneOf,
  quotedAuthored,
  scalarKind,
  text,
} from '../kinds/value-kinds.ts'
import {fixedPoint, timestamp} from '../kinds/value-numbers.ts'
import {checked, listOf, objectOf} from '../kinds/value-shapes.ts'
import {authored} from '../tag.ts'
import {specOf} from './podcast-spec.ts'
import {type RemoteItem, remoteItem, remoteItemElement} from './remote-items.ts'

const slugs = ['bitcoin', 'lightning', 'keysend', 'lnaddress', 'amp', 'wallet', 'node'] as const
type Slug = (typeof slugs)[number]

type Recipient = {
  readonly name?: string
  readonly type: Slug
  readonly address: string
  readonly split: number
  readonly fee?: boolean
  readonly customKey?: string
  readonly customValue?: string
}

/** Who is paid while something of somebody else plays: a remote item, or recipients. */
type TimeSplit = {
  readonly start: number
  readonly duration: number
  readonly remoteStart?: number
  readonly remotePercentage?: number
  readonly item?: RemoteItem
  readonly recipients?: readonly Recipient[]
}

type Value = {
  readonly type: Slug
  readonly method: Slug
  readonly suggested?: string
  readonly recipients: readonly Recipient[]
  readonly timeSplits: readonly TimeSplit[]
}

/** Shares need not add up to 100. `90%` is 90 shares. */
const share: ValueKind<number> = scalarKind('number of shares', {type: ['integer', 'string']}, (value) =>
  /^\d{1,9}%?$/.test(value)
    ? {value: Number.parseInt(value, 10)}
    : {wrong: `is ${quotedAuthored(value)}, but shares are whole numbers`, hint: 'Write 1 and 99, or 10 and 90'},
)

const isNode = (address: string) => /^[\da-f]{66}$/i.test(address)
const isLightningAddress = (address: string) => /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/.test(address)

/** If the address is wrong, the payment fails in the listener's app, and the author never hears of it. */
const addressForms: ReadonlyMap<Slug, {readonly fits: (address: string) => boolean; readonly what: string}> = new Map([
  ['node', {fits: isNode, what: 'the 66 hex digits of a Lightning node'}],
  ['lnaddress', {fits: isLightningAddress, what: 'a Lightning address such as mara@getalby.com'}],
])

const addressKeys = ['address', 'pubkey', 'node']

/** Templates list everybody who could be paid, and leave open what is not known yet: `address:` with nothing behind it. */
function orLeftOpen<T>(kind: ValueKind<T>): ValueKind<T> {
  const isOpen = (authored: Authored) =>
    isJsonObject(authored) &&
    addressKeys.some((key) => Object.hasOwn(authored, key) && isNothing(authored[key] ?? null))
  return {...kind, read: (authored, context) => (isOpen(authored) ? {absent: true} : kind.read(authored, context))}
}

function isNothing(authored: Authored): boolean {
  return isAbsent(authored) || (typeof authored === 'string' && isWordForNothing(authored))
}

const recipient = orLeftOpen(
  checked(
    objectOf(
      {
        name: {kind: text()},
        type: {kind: oneOf(slugs)},
        address: {kind: text(), aliases: addressKeys.slice(1)},
        split: {kind: share, aliases: ['share', 'shares']},
        fee: {kind: booleanKind},
        customKey: {kind: text()},
        customValue: {kind: text()},
      },
      {isWhole: true},
    ),
    ({address, type, split, ...rest}): Reading<Recipient> => {
      if (address === undefined && split === undefined) return {absent: true}
      if (address === undefined) return {wrong: 'has no `address`', hint: 'Write address: mara@getalby.com'}
      if (split === undefined) return {wrong: 'has no `split`', hint: 'Write split: 50'}
      const known = type ?? (isLightningAddress(address) ? 'lnaddress' : isNode(address) ? 'node' : undefined)
      if (known === undefined) {
        const hint = 'Write mara@getalby.com, or the public key of a node'
        return {
          wrong: `address is ${quotedAuthored(address)}, which is neither a Lightning address nor a node`,
          hint,
          at: ['address'],
        }
      }
      const form = addressForms.get(known)
      if (form !== undefined && !form.fits(address)) {
        return {wrong: `address is ${quotedAuthored(address)}, but must be ${form.what}`, at: ['address']}
      }
      return {value: {...rest, type: known, address, split}}
    },
  ),
)

const timeSplit = checked(
  objectOf(
    {
      start: {kind: timestamp, required: true, aliases: ['startTime']},
      duration: {kind: timestamp, required: true},
      remoteStart: {kind: timestamp, aliases: ['remoteStartTime']},
      remotePercentage: {kind: decimal({min: 0, max: 100}), aliases: ['percentage']},
      item: {kind: remoteItem, aliases: ['remoteItem', 'remote']},
      recipients: {
        kind: listOf(recipient, {isWhole: true}),
        aliases: ['destinations', 'valueRecipients', 'valueRecipient'],
      },
    },
    {isWhole: true},
  ),
  (split): Reading<TimeSplit> => {
    if ((split.item === undefined) !== (split.recipients === undefined)) return {value: split}
    const hint = 'Write {start: 1:00, duration: 3:00, item: {guid: …, item: …}}, or `recipients` instead of `item`'
    return {wrong: 'needs an `item` that is paid for, or `recipients`, and not both', hint}
  },
)

const block = checked(
  objectOf(
    {
      type: {kind: oneOf(slugs)},
      method: {kind: oneOf(slugs)},
      suggested: {kind: fixedPoint},
      recipients: {
        kind: listOf(recipient, {isWhole: true}),
        aliases: ['destinations', 'valueRecipients', 'valueRecipient', 'recipient'],
      },
      timeSplits: {kind: listOf(timeSplit, {isWhole: true}), aliases: ['valueTimeSplits', 'valueTimeSplit', 'splits']},
    },
    {isWhole: true},
  ),
  ({type = 'lightning', method, suggested, recipients, timeSplits = []}): Reading<Value> => {
    // A template left a block without recipients. Nobody could be paid.
    if (recipients === undefined) return {absent: true}
    if (recipients.every(({split}) => split === 0)) return {wrong: 'gives nobody a share', hint: 'Write split: 100'}
    const usual = recipients.every((each) => each.type === 'lnaddress') ? 'lnaddress' : 'keysend'
    return {value: {type, method: method ?? usual, recipients, timeSplits, ...present({suggested})}}
  },
)

function recipientElement({name, type, address, customKey, customValue, split, fee}: Recipient): XmlElement {
  const isFee = fee === true ? true : undefined
  return xml('podcast:valueRecipient', {name, type, address, customKey, customValue, split, fee: isFee})
}

function timeSplitElement({
  start,
  duration,
  remoteStart,
  remotePercentage,
  item,
  recipients = [],
}: TimeSplit): XmlElement {
  return xml(
    'podcast:valueTimeSplit',
    {startTime: start, duration, remoteStartTime: remoteStart, remotePercentage},
    ...(item === undefined ? recipients.map(recipientElement) : [remoteItemElement(item)]),
  )
}

export const value = authored<readonly Value[]>({
  name: 'podcast:value',
  spec: specOf('value'),
  summary:
    '`value`: who gets the money that listeners send while they listen. That of an episode replaces that of the show.',
  inner: [
    {name: 'podcast:valueRecipient', summary: '`recipients`: a Lightning address or a node, and its shares.'},
    {
      name: 'podcast:valueTimeSplit',
      summary:
        '`timeSplits`: who gets the money during one part, such as a song: an `item` of another feed, or other `recipients`.',
    },
  ],
  key: 'value',
  level: 'both',
  kind: listOf(block),
  meaning:
    'Who gets the money that listeners send by their apps while they listen, and in which shares. The `value` of an episode replaces that of the show.',
  example: 'value: {recipients: [{name: Mara Winter, address: mara@getalby.com, split: 100}]}',
  member: {name: 'value', many: true},
  write: (blocks) =>
    blocks.map(({type, method, suggested, recipients, timeSplits}) =>
      xml(
        'podcast:value',
        {type, method, suggested},
        ...recipients.map(recipientElement),
        ...timeSplits.map(timeSplitElement),
      ),
    ),
})
