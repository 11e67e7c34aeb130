import {across, type MessageTable} from './message-row.ts'

/** OPML 1.0 to 2.0. http://opml.org/spec2.opml */
export const opmlMessages: MessageTable = {
  InvalidOPMLVersion: {
    rules: ['feed-opml-version-unknown'],
    bad: {'first tag': across('<opml version="{}">', ['', '3.0', '2', '0.9', 'two', '2.1'])},
    good: {'first tag': across('<opml version="{}">', ['1.0', '1.1', '2.0'])},
  },
  InvalidOutlineType: {
    rules: ['feed-outline-type-unknown'],
    bad: {'body of OPML 1.1': across('<outline text="a" type="{}"/>', ['song', 'atom', 'text', ''])},
    good: {
      'body of OPML 1.1': across(
        '<outline text="a" type="{}" url="https://example.com/" xmlUrl="https://example.com/f" title="a"/>',
        ['link', 'rss', 'include', 'RSS'],
      ),
      'body of OPML': across('<outline text="a" type="{}"/>', ['song', 'thread']),
    },
  },
  InvalidOutlineVersion: {
    rules: ['feed-outline-version-unknown'],
    bad: {'body of OPML': across('<outline text="a" version="{}"/>', ['', '2.0', 'rss', 'Atom', 'RSS 2'])},
    good: {'body of OPML': across('<outline text="a" version="{}"/>', ['RSS', 'RSS1', 'RSS2', 'scriptingNews'])},
  },
  MissingTitleAttr: {
    rules: ['feed-outline-title-missing'],
    bad: {
      'body of OPML': across('<outline text="a" type="{}" xmlUrl="..."/>', ['rss', 'RSS']).concat(
        '<outline text="b"><outline text="a" type="rss" xmlUrl="..."/></outline>',
      ),
    },
    good: {
      'body of OPML': [
        '<outline text="a" title="a" type="rss" xmlUrl="..."/>',
        '<outline text="a"/>',
        '<outline text="a" type="link" url="..."/>',
      ],
    },
  },
  MissingUrlAttr: {
    rules: ['feed-outline-url-missing'],
    bad: {
      'body of OPML': across('<outline text="a" type="{}"/>', ['link', 'include']).concat(
        '<outline text="b"><outline text="a" type="link"/></outline>',
        '<outline text="a" type="link" xmlUrl="..."/>',
      ),
    },
    good: {
      'body of OPML': across('<outline text="a" type="{}" url="..."/>', ['link', 'include']).concat(
        '<outline text="a"/>',
      ),
    },
  },
  MissingXmlURL: {
    rules: ['feed-outline-xml-url-missing'],
    bad: {
      'body of OPML': [
        '<outline text="a" title="a" type="rss"/>',
        '<outline text="a" title="a" type="rss" url="..."/>',
        '<outline text="b"><outline text="a" title="a" type="rss"/></outline>',
        '<outline text="a" title="a" type="rss" htmlUrl="..."/>',
        '<outline text="a" title="a" type="rss" xmlurl="..."/>',
      ],
    },
    good: {'body of OPML': ['<outline text="a" title="a" type="rss" xmlUrl="..."/>', '<outline text="a"/>']},
  },
  ObsoleteVersion: {
    rules: ['feed-version-obsolete'],
    bad: {'first tag': ['<outlineDocument>', '<outlineDocument version="1.0">']},
    good: {'first tag': ['<opml version="1.0">']},
  },
}
