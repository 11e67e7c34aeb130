/**
 * Whether so many episodes are planned for little memory rather than for little time: what stays of them is held as bytes, and threads
 * are gone before feeds are made, whose items take the memory that threads had.
 */
export function isLarge(episodes: number): boolean {
  return episodes > 2000
}
