import {expect, it} from 'vitest'
import {bucketUrl} from '../../src/deploy/bucket-url.ts'

it.each([
  ['podcast', 'eu-west-1', undefined, 'https://podcast.s3.eu-west-1.amazonaws.com'],
  // As the website of a domain has it.
  ['pod.example.org', 'us-east-1', undefined, 'https://s3.us-east-1.amazonaws.com/pod.example.org'],
  ['podcast', 'cn-north-1', undefined, 'https://podcast.s3.cn-north-1.amazonaws.com.cn'],
  ['podcast', 'auto', 'https://store.example/', 'https://store.example/podcast'],
  ['podcast', 'auto', 'https://store.example/s3//', 'https://store.example/s3/podcast'],
] as const)('the bucket %s in %s at %s is at its address', (bucket, region, endpoint, url) => {
  expect(bucketUrl({bucket, region, ...(endpoint === undefined ? {} : {endpoint})})).toBe(url)
})
