/** What people try in order to run code on a page of somebody else. */
const attacks = [
  '<script>x()</script>',
  '"><script>x()</script>',
  "'><img src=x onerror=x()>",
  '<svg onload=x()>',
  '</title><script>x()</script>',
  '</script><script>x()</script>',
  '--><img src=x onerror=x()>',
  '" onmouseover="x()',
  "' autofocus onfocus='x()",
  'javascript:x()',
  'data:text/html,<script>x()</script>',
  '<a href="javascript:x()">y</a>',
  '<iframe srcdoc="<script>x()</script>">',
  '<style>@import "//evil.example"</style>',
  '<base href="//evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:x()">',
  '<math><mtext><table><mglyph><style><img src=x onerror=x()>',
  '<details open ontoggle=x()>',
  '<object data="javascript:x()">',
  '<form action="javascript:x()"><button>y</button></form>',
  '{{ 7 | times: 6 }}{{ page }}',
  '{% render "header" %}{% raw %}',
  '&lt;script&gt;x()&lt;/script&gt;',
  '<scr<script>ipt>x()</script>',
  '<img src="x` `<script>x()</script>"` `>',
] as const

const disguises: readonly ((attack: string) => string)[] = [
  (attack) => attack,
  (attack) => attack.toUpperCase(),
  (attack) => `words before ${attack} and after`,
  (attack) => attack.replaceAll('<', '<\t').replaceAll('=', ' = '),
  (attack) => `${attack}${attack}`,
  (attack) => [...attack].reverse().join(''),
  (attack) => attack.replaceAll('x()', 'parent.x(document.cookie)'),
  (attack) => `\u202e${attack}`,
  (attack) => attack.replaceAll('"', '&quot;'),
  (attack) => attack.replaceAll('<', '\\u003c'),
  (attack) => `]]>${attack}<![CDATA[`,
  (attack) => attack.replaceAll(' ', '/'),
]

/** 300 of them. */
export const hostileTexts: readonly string[] = attacks.flatMap((attack) =>
  disguises.map((disguise) => disguise(attack)),
)
