import {describe, expect, it} from 'vitest'
import type {DataMap} from '../../src/adopt/repository.ts'
import {mediaPrefix, showFacts} from '../../src/adopt/show-facts.ts'
import {page} from './repository-sample.ts'

const config = (data: DataMap, file = 'config.yml') => ({file, data})

describe('what configurations say of a show', () => {
  it.each<readonly [string, DataMap, string, string | undefined]>([
    ['of Hugo', {baseURL: 'https://n.test/'}, 'site_url', 'https://n.test/'],
    ['of Hugo', {params: {description: 'Sleeper trains.'}}, 'description', 'Sleeper trains.'],
    ['of Jekyll', {lang: 'de'}, 'language', 'de'],
    ['of Eleventy and Astro', {site: {name: 'Night'}}, 'title', 'Night'],
    ['of podcast themes, whatever the site is called', {title: 'Site', podcast: {title: 'Night'}}, 'title', 'Night'],
    ['of podcast themes, wherever it stands', {x: {itunes_author: 'Kim'}}, 'author', 'Kim'],
    ['of Astro below the root', {site: 'https://n.test', base: '/pod'}, 'site_url', 'https://n.test/pod/'],
    ['of Docusaurus', {i18n: {defaultLocale: 'nl'}}, 'language', 'nl'],
    ['of Docusaurus, and nothing twice', {tagline: 'Sleeper trains.'}, 'subtitle', undefined],
    ['but not the words of a template', {title: 'My new Hugo site'}, 'title', undefined],
    ['but not the address of this machine', {url: 'http://localhost:4000'}, 'site_url', undefined],
    ['but not an address with a variable in it', {url: 'https://{{ host }}/'}, 'site_url', undefined],
    ['but not what is no language', {lang: 'German language'}, 'language', undefined],
    ['but not what is no picture', {logo: 'Night'}, 'image', undefined],
    [
      'and a category that Apple has',
      {podcast: {category: 'Arts', subcategory: 'Design'}},
      'categories',
      'Arts > Design',
    ],
    [
      'and its first half, where it has no such second',
      {podcast: {category: 'Arts', subcategory: 'x'}},
      'categories',
      'Arts',
    ],
    [
      'and several, in a list',
      {podcast: {categories: [{Arts: ['Design']}, 'History']}},
      'categories',
      'Arts > Design, History',
    ],
    ['in two halves', {itunes_categories: ['Leisure:Hobbies']}, 'categories', 'Leisure > Hobbies'],
    ['of Pelican', {PODCAST_FEED_CATEGORY: ['Sports', 'Wilderness']}, 'categories', 'Sports > Wilderness'],
    ['but not the topics of a site', {categories: ['Arts', 'History']}, 'categories', undefined],
    ['of a section of a site', {params: {podcast: {title: 'Night'}}, title: 'Site'}, 'title', 'Night'],
    ['of Pelican', {PODCAST_FEED_TITLE: 'Night', SITENAME: 'Site'}, 'title', 'Night'],
    ['but not the address of the code', {homepage: 'https://github.com/kim/night'}, 'site_url', undefined],
    ['but not an address that a generator has put there', {baseURL: 'http://www.example.org/'}, 'site_url', undefined],
    ['and an address below such a name', {url: 'https://night.example.org/'}, 'site_url', 'https://night.example.org/'],
    ['but none that Apple does not have', {podcast: {category: 'Trains'}}, 'categories', undefined],
  ])('%s', (_what, data, field, value) => {
    expect(showFacts([config(data)], undefined)[field]?.value).toBe(value)
  })

  it('are those of the language of the episodes', () => {
    const languages = {
      de: {title: 'Nacht', languageCode: 'de-AT'},
      en: {title: 'Night', params: {description: 'Trains.'}},
    }
    const site = config({title: 'Site', defaultContentLanguage: 'de', languages})
    expect(showFacts([site], undefined).title?.value).toBe('Nacht')
    expect(showFacts([site], undefined).language?.value).toBe('de-AT')
    const english = showFacts([site], undefined, 'en')
    expect([english.title?.value, english.description?.value, english.language?.value]).toEqual([
      'Night',
      'Trains.',
      'en',
    ])
    const ofHugo = [
      config({title: 'Nacht'}, 'config/_default/languages.de.toml'),
      config({x: '1'}, 'config/_default/params.toml'),
    ]
    expect(showFacts(ofHugo, undefined, 'de').title).toEqual({
      value: 'Nacht',
      from: 'config/_default/languages.de.toml, title',
    })
  })

  it('counts less than what the page of its own folder says, but for its address', () => {
    const own = page('night/_index.md', {title: 'Night', url: 'https://n.test/night/'})
    const facts = showFacts([config({title: 'Site', url: 'https://n.test/'})], own)
    expect(facts.title).toEqual({value: 'Night', from: 'night/_index.md, title'})
    expect(facts.site_url?.value).toBe('https://n.test/')
  })
})

describe('the address before the names of media', () => {
  it.each<readonly [DataMap, string | undefined]>([
    [{media_prefix: 'https://m.test/audio'}, 'https://m.test/audio/'],
    [{params: {mp3Base: 'https://m.test/'}}, 'https://m.test/'],
    [{audio_url: 'https://m.test/feed.xml'}, undefined],
    [{media_url: 'https://m.test/cover.jpg'}, undefined],
    [{social_url: 'https://m.test/'}, undefined],
    [{media_path: '/audio/'}, undefined],
  ])('in %j is %s', (data, value) => {
    expect(mediaPrefix([config(data)])?.value).toBe(value)
  })
})
