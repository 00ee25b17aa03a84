function hostOf(url) {
  const a = document.createElement('a');
  a.href = url;
  return a.hostname;
}

class Visits {
  rootOf(url) {
    const link = document.createElement('a');
    link.href = url;
    return link.protocol + '//' + link.hostname;
  }
}

function matches(rule, item) {
  if (rule.kind === 'host') {
    var link = window.document.createElement('A');
    link.href = item.url.toLowerCase();
    var host = rule.value.indexOf(':') < 0 ? link.hostname : link.host;
    return host === rule.value;
  }
  return item.url === rule.value;
}

const pathOf = (url) => {
  let a = document.createElement('a');
  a.href = url;
  const path = a.pathname;
  return path;
};

chrome.tabs.onUpdated.addListener((id, { url }) => {
  if (url) console.log(hostOf(url), new Visits().rootOf(url), matches({ kind: 'host', value: 'example.com' }, { url }), pathOf(url));
});
