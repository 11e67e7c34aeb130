import {describe, expect, it} from 'vitest'
import {authoredTags} from '../../src/tags/all-tags.ts'
import type {Authored} from '../../src/tags/kinds/value-kind.ts'

function read(key: string, authored: Authored) {
  const tag = authoredTags.find((each) => each.key === key)
  if (tag === undefined) throw new Error(`No tag owns ${key}`)
  return tag.kind.read(authored, {timeZone: 'UTC'})
}

const guid = '9b024349-ccf0-5f69-a609-6b82873eab3c'

describe('what authors write for a tag', () => {
  it.each<[string, Authored]>([
    ['value', {type: 'lightning', method: 'keysend', suggested: null, recipients: null}],
    ['value', {recipients: [{name: null, address: null, split: null}]}],
    ['discussion', {mastodon: 'https://social.example/@isla', github: 'isla'}],
    ['txt', {verify: null}],
  ])('%s: %j is what a template left, or means something else', (key, authored) => {
    expect(read(key, authored)).toEqual({absent: true})
  })

  it.each<[string, Authored, unknown]>([
    ['update_frequency', 'weekly', {text: 'Weekly', rrule: 'FREQ=WEEKLY'}],
    ['update_frequency', 'RRULE:FREQ=WEEKLY;BYDAY=MO', {rrule: 'FREQ=WEEKLY;BYDAY=MO'}],
    [
      'chat',
      'xmpp:fog@chat.example.org',
      {server: 'chat.example.org', protocol: 'xmpp', space: 'fog@chat.example.org'},
    ],
    ['discussion', 'disabled', [{protocol: 'disabled'}]],
    [
      'license',
      'https://creativecommons.org/licenses/by/4.0/',
      {name: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/'},
    ],
    ['license', 'CC BY-SA 4.0', {name: 'CC-BY-SA-4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/'}],
    [
      'location',
      {name: 'Hull', osm: 'relation/1484268', country: 'gb'},
      [{name: 'Hull', osm: 'R1484268', country: 'GB'}],
    ],
    ['soundbites', {start: '1:30', end: '2:15'}, [{start: 90, duration: 45}]],
    ['podroll', [guid], [{guid}]],
    ['medium', 'musicl', 'musicL'],
  ])('%s: %j is read', (key, authored, value) => {
    expect(read(key, authored)).toMatchObject({value})
  })

  it.each<[string, Authored, RegExp, readonly string[] | undefined]>([
    ['update_frequency', {rrule: 'FREQ=WEEKLY;COUNT=3'}, /dtstart/, undefined],
    ['update_frequency', {rrule: 'FREQ=WEEKLI'}, /FREQ/, ['rrule']],
    ['update_frequency', {rrule: 'FREQ=WEEKLY;UNTIL=20261231T000000Z', dtstart: '2026-01-05'}, /both/, ['dtstart']],
    ['license', 'My own', /address of its text/, undefined],
    ['value', {recipients: [{address: 'nobody', split: '1'}]}, /Lightning address/, ['recipients', '0', 'address']],
    ['value', {recipients: [{name: 'Kim', split: '1'}]}, /address/, ['recipients', '0']],
    ['value', {recipients: [{address: 'kim@example.org'}]}, /split/, ['recipients', '0']],
    ['value', {recipients: [{address: 'kim@example.org', split: '0'}]}, /nobody/, undefined],
    ['block_services', {amazone: 'yes'}, /amazone/, ['amazone']],
    ['live', {title: 'On air', guid: 'x', start: '2026-06-21'}, /content_links/, undefined],
    ['publisher', {guid}, /url/, undefined],
    ['country_of_origin', 'UK', /country/, undefined],
  ])('%s: %j is refused at its place', (key, authored, reason, at) => {
    const reading = read(key, authored)
    expect('wrong' in reading ? `${reading.wrong} ${reading.hint ?? ''}` : reading).toMatch(reason)
    if (at !== undefined && 'wrong' in reading) expect(reading.at).toEqual(at)
  })

  it.each<[string, Authored, RegExp, readonly string[]]>([
    ['location', {name: 'London', country: 'UK'}, /country/, ['country']],
    ['location', [{name: 'B', geo: '91,0'}], /latitude/, ['0', 'geo']],
    [
      'alternate_enclosures',
      {url: 'https://a.example/x', type: 'audio/mpeg', integrity: 'md5-abc'},
      /hash/,
      ['integrity'],
    ],
  ])('%s: %j is read without the part that is wrong', (key, authored, reason, at) => {
    const reading = read(key, authored)
    const leftOut = 'value' in reading ? (reading.leftOut ?? []) : []
    expect(leftOut.map(({wrong, hint}) => `${wrong} ${hint ?? ''}`)).toEqual([expect.stringMatching(reason)])
    expect(leftOut[0]?.at).toEqual(at)
    expect(JSON.stringify('value' in reading && reading.value)).toMatch(/London|"B"|a\.example/)
  })
})
