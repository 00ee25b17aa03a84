const rules = [];
for (const host of ['a.example', 'b.example']) rules.push({ host });

chrome.webNavigation.onCommitted.addListener((details) => {
  if (rules.some((rule) => details.url.includes(rule.host))) console.log(details.url);
});
