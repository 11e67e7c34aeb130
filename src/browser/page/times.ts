/**
 * The second that the fragment of an address names: `#t=90`, `#t=1:02:03`, `#t=npt:90`, `#t=90,120`, `#t=1h2m3s`
 * (https://www.w3.org/TR/media-frags/#naming-time).
 */
export function secondsOfFragment(hash: string): number | undefined {
  const units = /^#t=(?=\d)(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/i.exec(hash)
  if (units) return Number(units[1] ?? 0) * 3600 + Number(units[2] ?? 0) * 60 + Number(units[3] ?? 0)
  const clock = /^#t=(?:npt:)?(\d[\d:.]*)/.exec(hash)?.[1]
  return clock === undefined ? undefined : secondsOfClock(clock)
}

/** `1:02:03.5` in seconds. */
export function secondsOfClock(clock: string): number {
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
}

/** `1:02:03`, or `2:03` within the first hour. */
export function clockOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  const twoDigits = (number: number) => String(number).padStart(2, '0')
  return `${hours > 0 ? `${hours}:${twoDigits(minutes)}` : minutes}:${twoDigits(whole % 60)}`
}
