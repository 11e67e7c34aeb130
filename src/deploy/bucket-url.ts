type BucketAddress = {readonly bucket: string; readonly region: string; readonly endpoint?: string}

/** The address of a bucket, without a final `/`. At an `endpoint`, the bucket is the first part of the path. */
export function bucketUrl({bucket, region, endpoint}: BucketAddress): string {
  if (endpoint !== undefined) return `${endpoint.replace(/\/+$/, '')}/${encodedSegment(bucket)}`
  const host = `s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`
  // A website has a bucket by the name of its domain. The certificate of Amazon is for names without dots.
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
  return bucket.includes('.') ? `https://${host}/${bucket}` : `https://${bucket}.${host}`
}

/** Encodes as signatures need it (RFC 3986), because `encodeURIComponent` leaves five marks as they are. */
export function encodedSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}
