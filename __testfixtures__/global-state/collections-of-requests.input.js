const headers = new Headers();
const form = new FormData();
const query = new URLSearchParams();
const options = { headers: new Headers() };
class Fields extends FormData {}
const fields = new Fields();
const since = new Date(0);
const bytes = new DataView(new ArrayBuffer(8));
const constant = new Headers();
constant.append('accept', 'text/plain');
chrome.tabs.onCreated.addListener((tab) => {
  headers.append('x-tab', tab.id);
  form.append('tab', tab.id);
  query.append('tab', tab.id);
  options.headers.append('x-tab', tab.id);
  fields.append('tab', tab.id);
  since.setUTCHours(tab.index);
  bytes.setUint8(0, tab.index);
  const own = new Headers();
  own.append('x-tab', tab.id);
  fetch('https://a.example/', { headers: own });
});
chrome.action.onClicked.addListener(() => {
  fetch(`https://a.example/?${query}&${since.getTime()}${bytes.getUint8(0)}`, { method: 'POST', headers, body: form });
  fetch('https://a.example/', { ...options, body: fields });
  console.log(constant.get('accept'));
});
