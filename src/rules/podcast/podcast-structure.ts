import type {ElementCheck} from '../element-table.ts'
import {childrenOf} from '../feed-element.ts'
import {complaint, fine} from '../rule.ts'
import {structureRules} from '../structure-rules.ts'
import {podcastRules} from './podcast-rules.ts'

const invalid = podcastRules['feed-podcast-value-invalid']

/** `disabled` closes the comments, so it has no address beside it. Every other protocol needs an address. */
export const disabledAlone: ElementCheck = ({attributes}) => {
  const disabled = attributes.get('protocol') === 'disabled'
  if (disabled && attributes.size > 1) return [complaint(invalid, 'protocol="disabled" stands alone')]
  return disabled || attributes.has('uri')
    ? fine
    : [
        complaint(
          structureRules['feed-attribute-missing'],
          'podcast:socialInteract has no uri, so there is no thread to join',
        ),
      ]
}

/** A podroll names shows, not episodes. */
export const onlyRemoteItems: ElementCheck = (podroll) =>
  childrenOf(podroll, 'podcast:remoteItem')
    .filter(({attributes}) => attributes.has('itemGuid'))
    .map((element) => complaint(invalid, {message: 'A podroll names shows, so itemGuid has no meaning in it', element}))

export const publisherItem: ElementCheck = (publisher) => {
  const items = childrenOf(publisher, 'podcast:remoteItem')
  const right = items.length === 1 && items[0]?.attributes.get('medium') === 'publisher'
  return right ? fine : [complaint(invalid, 'podcast:publisher holds one remoteItem medium="publisher"')]
}

/** A time split names who gets the payment: one remote item, or its own recipients. */
export const oneContent: ElementCheck = ({childCounts}) => {
  const remote = childCounts.get('podcast:remoteItem') ?? 0
  const own = childCounts.get('podcast:valueRecipient') ?? 0
  return (remote === 1 && own === 0) || (remote === 0 && own > 0)
    ? fine
    : [complaint(invalid, 'podcast:valueTimeSplit holds one remoteItem, or recipients, and not both')]
}
