import {feedRules} from '../rule.ts'
import {specs, validator} from '../rule-sources.ts'
import {matching, oneOfExactly} from '../values/value-forms.ts'

/** Rules for modules of RSS 1.0. https://web.resource.org/rss/1.0/modules/ */
export const moduleRules = feedRules({
  'feed-update-period-invalid': {
    severity: 'error',
    w3c: 'InvalidUpdatePeriod',
    spec: specs.syndication,
    profiles: validator,
    why: 'The period is hourly, daily, weekly, monthly or yearly.',
    check: oneOfExactly(['hourly', 'daily', 'weekly', 'monthly', 'yearly']),
    in: 'feed.xml on disk',
    bad: '<sy:updatePeriod>often</sy:updatePeriod>',
    good: '<sy:updatePeriod>daily</sy:updatePeriod>',
  },
  'feed-hit-parade-invalid': {
    severity: 'error',
    w3c: 'InvalidCommaSeparatedIntegers',
    spec: specs.slash,
    profiles: validator,
    why: 'The counts are whole numbers with commas.',
    check: matching(/^[\d,\s]*$/, 'a list of numbers'),
    in: 'entry',
    bad: '<slash:hit_parade>many</slash:hit_parade>',
    good: '<slash:hit_parade>12,7,3</slash:hit_parade>',
  },
})
