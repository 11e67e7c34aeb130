/**
 * Whether so many episodes are planned with little memory rather than in little time. Then results are held as bytes, and the
 * threads end before the feeds are made, because the items of feeds need the memory that the threads had.
 */
export function isLarge(episodes: number): boolean {
  return episodes > 2000
}
