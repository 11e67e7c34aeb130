import type {FeedElement} from '../feed-element.ts'
import type {FeedFacts} from '../feed-facts.ts'
import {type Complaint, fine} from '../rule.ts'
import {namespaceRules} from './namespace-rules.ts'

/** Complaints about the namespace of an element. Each pair of namespace and prefix is judged once. */
export function judgeNamespace(element: FeedElement, facts: FeedFacts): readonly Complaint[] {
  const {namespace, prefix} = element
  if (namespace === '' || facts.seenBefore('namespace', `${prefix.slice(0, 100)} ${namespace.slice(0, 300)}`))
    return fine
  const avoid = namespaceRules['feed-prefix-avoid'].judge(element, facts.format === 'rss')
  return [
    ...namespaceRules['feed-prefix-reserved'].judge(element),
    ...namespaceRules['feed-namespace-unknown'].judge(element),
    ...namespaceRules['feed-namespace-not-judged'].judge(element),
    ...namespaceRules['feed-media-namespace'].judge(element),
    ...(avoid.length > 0 ? avoid : namespaceRules['feed-prefix-unusual'].judge(element)),
  ]
}
