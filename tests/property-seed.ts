import fc from 'fast-check'
import {triesSeries} from './series.ts'

// `npm test` tries the same cases every time, so that a change fails only for what it did; so does CI. The whole series, tried by hand, are
// other cases each time, and a failure names its seed.
if (!triesSeries || process.env.CI !== undefined) fc.configureGlobal({...fc.readConfigureGlobal(), seed: 20_260_601})
