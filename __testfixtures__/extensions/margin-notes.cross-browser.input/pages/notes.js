import { load, save } from '../src/api.js';

const { days, count, notes } = await load({ days: 365, count: false, notes: {} });
const daysField = document.querySelector('#days');
const countField = document.querySelector('#count');
daysField.value = days;
countField.checked = count;
daysField.onchange = () => save({ days: daysField.valueAsNumber });
countField.onchange = () => {
  save({ count: countField.checked });
  alert('Restart the browser to see the change.');
};

for (const [url, list] of Object.entries(notes)) {
  const section = document.createElement('section');
  const link = Object.assign(document.createElement('a'), { href: url, textContent: url });
  section.append(link, ...list.map(({ text }) => Object.assign(document.createElement('p'), { textContent: text })));
  document.querySelector('main').append(section);
}
