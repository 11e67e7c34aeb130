import type {PartName} from '../../model/templates.ts'

/** How pages are made without a theme, as templates: a start for the author's own. A test holds that both give the same bytes. */
export const defaultTemplates: Readonly<Record<PartName, string>> = {
  header: `{% unless page.kind == 'show' and logo == nil and navigation.size == 0 -%}
<header class="bar"><a href="{{ show.link }}">
{%- if logo -%}
<img class="logo" src="{{ logo.link }}" alt="{{ show.title }}" width="{{ logo.width }}" height="{{ logo.height }}">
{%- else -%}
{{ html.cover }}<bdi>{{ show.title }}</bdi>
{%- endif -%}
</a>{{ html.navigation }}{{ html.subscribe }}{{ html.search }}</header>
{% endunless %}`,
  footer: `<footer class="foot">
<nav aria-label="Feeds">{{ html.feeds }}</nav>
{% if footer_links.size > 0 -%}
<p class="links">{% for each in footer_links %}{% unless forloop.first %} {% endunless %}<a href="{{ each.link }}">{{ each.text }}</a>{% endfor %}</p>
{% endif -%}
<p>{{ html.rights }}</p>
</footer>
`,
  show: `<main id="content" class="show">
<header class="hero">
{{ html.cover }}
<div class="names">
<h1 dir="auto" class="{{ title_size }}">{{ show.title }}</h1>
<p class="author"><bdi>{{ show.author }}</bdi></p>
</div>
<div class="about-show">
{% if show.subtitle %}<p class="subtitle" dir="auto">{{ show.subtitle }}</p>{% endif %}
{% for paragraph in show.paragraphs -%}
<p dir="auto">{{ paragraph }}</p>
{% endfor -%}
{{ html.support }}
{{ html.follow }}</div>
</header>
{{ html.shows }}{{ html.featured }}{{ html.people }}{% if html.episodes or episodes.size == 0 -%}
<section class="episodes" aria-labelledby="episodes">
<div class="list-head"><h2 id="episodes">{{ words.episodes }}</h2>{{ html.search }}</div>
{% unless html.episodes -%}
<p>{{ words.noEpisodes }}</p>
{% endunless -%}
{{ html.episodes }}{{ html.pager }}</section>
{% endif -%}
{{ html.groups }}</main>
`,
  episode: `<main id="content" class="episode">
<article>
{% if html.picture -%}
<header class="title pictured">
{{ html.picture }}
<div>
{% else -%}
<header class="title">
{% endif -%}
{{ html.facts }}
<h1 dir="auto" class="{{ title_size }}">{{ episode.title }}</h1>
{% if episode.subtitle %}<p class="subtitle" dir="auto">{{ episode.subtitle }}</p>{% endif %}
{% if html.picture -%}
</div>
{% endif -%}
</header>
{{ html.media }}
{%- if html.chapters or html.highlights or html.people or html.about -%}
<div class="columns">
<aside>{{ html.chapters }}{{ html.highlights }}{{ html.people }}{{ html.about }}</aside>
{% else -%}
<div class="column">
{% endif -%}
<div class="text">
{{ html.notes }}{{ html.transcripts }}</div>
</div>
</article>
{{ html.neighbours }}</main>
`,
  'episode-row': `<li>
{{ html.facts }}
<{{ heading }} class="name" dir="auto">{{ html.picture }}<a href="{{ episode.link }}">{{ episode.title }}</a></{{ heading }}>
{% if episode.summary != '' -%}
<p dir="auto">{{ episode.summary }}</p>
{% endif -%}
</li>
`,
  older: `<main id="content" class="show">
<section class="episodes" aria-labelledby="episodes"><h1 id="episodes" class="long">{{ words.episodes }} <small>{{ number }}/{{ count }}</small></h1>
{{ html.episodes }}{{ html.pager }}</section>
</main>
`,
  group: `<main id="content" class="show">
<header class="title"><h1 dir="auto">{{ title }}</h1></header>
<div class="episodes">
{{ html.episodes }}</div>
</main>
`,
  topics: `<main id="content" class="show">
<header class="title"><h1 dir="auto">{{ page.title }}</h1></header>
<div class="topics">
{% for topic in topics -%}
<section class="topic"><h2 id="{{ topic.id }}">{% if topic.link %}<a href="{{ topic.link }}"><bdi>{{ topic.title }}</bdi></a>{% else %}<bdi>{{ topic.title }}</bdi>{% endif %} <small>{{ topic.count }}</small></h2>
<ul>
{% for episode in topic.episodes -%}
<li><a href="{{ episode.link }}" dir="auto">{{ episode.title }}</a></li>
{% endfor -%}
{% if topic.count > topic.episodes.size -%}
<li class="rest"><a href="{{ topic.link }}" aria-label="{{ words.allEpisodes }}: {{ topic.title }}">{{ words.allEpisodes }}</a></li>
{% endif -%}
</ul>
</section>
{% endfor -%}
</div>
</main>
`,
  page: `<main id="content" class="own">
<article>
<header class="title"><h1 dir="auto">{{ page.title }}</h1></header>
<div class="text">
{{ html.content }}
</div>
</article>
</main>
`,
  'not-found': `<main id="content" class="show">
<header class="title"><h1>{{ words.notFound }}</h1>
<p class="subtitle">{{ words.notFoundHow }}</p>
<p><a href="{{ show.link }}">{{ words.allEpisodes }}</a></p></header>
</main>
`,
}
