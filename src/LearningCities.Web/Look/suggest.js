// What somebody may be about to type, under the field: a combobox with a listbox (ARIA Authoring Practices, "list autocomplete
// with manual selection"). The field is an ordinary one without it.
const field = document.querySelector('input[data-suggest]');
const form = field.form;
const list = document.createElement('ul');
const kinds = JSON.parse(field.dataset.kinds);
let waiting, asking, chosen = -1;

list.id = 'suggestions';
list.className = 'suggest';
list.hidden = true;
list.setAttribute('role', 'listbox');
list.setAttribute('aria-label', field.dataset.label);
field.after(list);
field.setAttribute('role', 'combobox');
field.setAttribute('aria-autocomplete', 'list');
field.setAttribute('aria-controls', list.id);
field.setAttribute('aria-expanded', 'false');

field.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, 120); // not for each letter of somebody who types fast
});
field.addEventListener('blur', close);
field.addEventListener('keydown', event => {
  const many = list.children.length;
  if (event.key === 'Escape' && !list.hidden) { event.preventDefault(); close(); } // else it empties the field
  else if (event.key === 'Enter' && chosen >= 0) { event.preventDefault(); take(list.children[chosen]); }
  else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden) {
    event.preventDefault();
    choose(event.key === 'ArrowDown' ? (chosen + 1) % many : (chosen <= 0 ? many : chosen) - 1);
  }
});
list.addEventListener('pointerdown', event => event.preventDefault()); // the field keeps the focus
list.addEventListener('click', event => {
  const option = event.target.closest('li');
  if (option) take(option);
});

async function ask() {
  asking?.abort();
  asking = new AbortController();
  const typed = field.value.trim();
  if (typed.length < 2) return close();
  try {
    const answer = await fetch(`${field.dataset.suggest}&q=${encodeURIComponent(typed)}`,
      { signal: asking.signal, headers: { 'Accept-Language': document.documentElement.lang } });
    show(answer.ok ? (await answer.json()).items : []);
  } catch {
    close(); // newer letters were typed, or the net is away: the form goes on without help
  }
}

function show(items) {
  chosen = -1;
  field.removeAttribute('aria-activedescendant');
  list.replaceChildren(...items.map((item, number) => {
    const option = document.createElement('li');
    option.id = `suggestion-${number}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.append(Object.assign(document.createElement('span'), { textContent: item.text }));
    if (kinds[item.kind]) option.append(Object.assign(document.createElement('small'), { textContent: kinds[item.kind] }));
    option.item = item;
    return option;
  }));
  const none = items.length === 0 || document.activeElement !== field;
  list.hidden = none;
  field.setAttribute('aria-expanded', String(!none));
}

function choose(number) {
  list.children[chosen]?.setAttribute('aria-selected', 'false');
  chosen = number;
  const option = list.children[number];
  option.setAttribute('aria-selected', 'true');
  option.scrollIntoView({ block: 'nearest' });
  field.setAttribute('aria-activedescendant', option.id);
}

function close() {
  clearTimeout(waiting);
  asking?.abort();
  show([]);
}

function take({ item }) {
  const typed = field.value.trim();
  close();
  if (item.kind === 'activity') {
    location.assign(`${field.dataset.activities}/${item.id}?asked=${encodeURIComponent(typed)}`);
  } else if (item.kind === 'organisation') {
    location.assign(`${form.action}?organisation=${item.id}`);
  } else if (item.kind === 'place') {
    location.assign(`${form.action}?near=${item.shortName}`);
  } else {
    field.value = item.text;
    form.requestSubmit();
  }
}
