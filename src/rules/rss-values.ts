import {complaint, fine, type ValueCheck} from './rule-table.ts'
import {oneOf} from './value-numbers.ts'

const shortNumber = /^\d{1,8}$/
const webAddress = /^https?:\/\/[^\s/?#]+\S*$/i

/** A guid is an address that opens unless `isPermaLink="false"` says otherwise. https://www.rssboard.org/rss-profile#element-channel-item-guid */
export const guid: ValueCheck = ({trimmed, subject, element}) => {
  const flag = element.attributes.get('isPermaLink') ?? 'true'
  const isAddress = flag === 'true'
  if (isAddress && !webAddress.test(trimmed)) {
    return [
      complaint(
        'feed-guid-not-address',
        `${subject} is taken for an address, because isPermaLink is not "false", and it is none: ${JSON.stringify(trimmed.slice(0, 60))}`,
        'Write <guid isPermaLink="false">; the value itself must not change, or every app delivers the episode again',
      ),
    ]
  }
  if (flag === 'false' && shortNumber.test(trimmed)) {
    return [complaint('feed-guid-too-common', `${subject} is ${trimmed}, a number that other feeds use as well`)]
  }
  return fine
}

export const guidFlag: ValueCheck = oneOf(['true', 'false'], 'feed-guid-flag-invalid')

/** 0 to 23, GMT. RSS 0.92 counted to 24. */
export const hourOfDay: ValueCheck = (value) => {
  const hour = /^\d{1,2}$/.test(value.trimmed) ? Number(value.trimmed) : -1
  if (hour < 0 || hour > 24) {
    return [
      complaint(
        'feed-hour-invalid',
        `${value.subject} is not an hour of the day: ${JSON.stringify(value.trimmed.slice(0, 20))}`,
      ),
    ]
  }
  const midnight = hour === 24 ? [complaint('feed-hour-midnight', `${value.subject} is 24; midnight is 0`)] : fine
  return [...midnight, ...onlyOnce(hour % 24, value)]
}

export const weekday: ValueCheck = (value) => {
  const complaints = days(value)
  return complaints.length > 0 ? complaints : onlyOnce(value.trimmed, value)
}

const days = oneOf(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'], 'feed-day-invalid')

function onlyOnce(
  value: string | number,
  {subject, element, facts, trimmed}: Parameters<ValueCheck>[0],
): ReturnType<ValueCheck> {
  return facts.seenBefore(`${element.name} below ${element.parent?.offset}`, String(value))
    ? [complaint('feed-value-twice', `${subject} ${trimmed} is listed twice`)]
    : fine
}

/** What RSS shows is GIF, JPEG or PNG, known by the end of the path. */
export const imageFormat: ValueCheck = ({trimmed, subject}) => {
  const path = trimmed.split(/[?#]/)[0] ?? ''
  const extension = /\.([a-z0-9]{1,5})$/i.exec(path.slice(path.lastIndexOf('/')))?.[1]?.toLowerCase()
  return extension === undefined || ['jpg', 'jpeg', 'gif', 'png'].includes(extension)
    ? fine
    : [complaint('feed-image-format', `${subject} ends in .${extension}; RSS knows GIF, JPEG and PNG`)]
}
