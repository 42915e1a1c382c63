const dark = matchMedia('(prefers-color-scheme: dark)');
const followScheme = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', followScheme);
followScheme();

/** A route's row is a button; the reference puts a link into it, which keyboards and readers cannot tell apart. */
const rowsWithoutLinks = ({ React }) => ({
  wrapComponents: {
    DeepLink: () => (props) => React.createElement('span', null, props.text),
  },
});

/** The reference gives no name to its lists of choices; their rows say what they are. */
function nameChoices() {
  for (const select of document.querySelectorAll('#reference select:not([aria-label])')) {
    const row = select.closest('tr, .response, .opblock-section-header, .servers');
    const name = row?.querySelector('.parameter__name, .response-col_status, h4, label')?.textContent;
    select.setAttribute('aria-label', name?.trim() || 'Choice');
  }
}

/** Its headings skip a level, and what stands above the routes belongs to no part of the page. */
function nameParts() {
  for (const heading of document.querySelectorAll('#reference :is(h3.opblock-tag, .models > h4)')) {
    heading.setAttribute('aria-level', '2');
  }
  const parts = { '.information-container': 'About', '.scheme-container': 'Authorization', '.filter': 'Filter' };
  for (const [selector, name] of Object.entries(parts)) {
    const part = document.querySelector(`#reference ${selector}`);
    part?.setAttribute('role', 'region');
    part?.setAttribute('aria-label', name);
  }
}
/** Once for all that changed since the last picture: the page comes in thousands of pieces. */
let isDue = false;
function nameSoon() {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    nameChoices();
    nameParts();
  });
}
new MutationObserver(nameSoon).observe(document.getElementById('reference'), { childList: true, subtree: true });

SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  // closed parts: a row asks for its operation to be resolved, and 160 at once take many seconds
  docExpansion: 'none',
  filter: true,
  tryItOutEnabled: true,
  persistAuthorization: false,
  validatorUrl: null,
  plugins: [rowsWithoutLinks],
});
