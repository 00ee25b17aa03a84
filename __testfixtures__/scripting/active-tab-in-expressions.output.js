const run = (file) => new Promise((resolve) => chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => chrome.scripting.executeScript({
  target: { tabId: tab.id },
  files: ['/' + file]
}, (results) => resolve(results?.map(({ result }) => result)))));

const sure = () => confirm('sure?') && chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => chrome.scripting.insertCSS({
  target: { tabId: tab.id },
  files: ['/sure.css']
}));

async function both() {
  if (await run('a.js')) await browser.tabs.query({ active: true, currentWindow: true })
    .then(([tab]) => browser.scripting.insertCSS({
      target: { tabId: tab.id },
      files: ['/a.css']
    }));
  return browser.tabs.query({ active: true, currentWindow: true })
    .then(([tab]) => browser.scripting.executeScript({
      target: { tabId: tab.id },
      files: ['/b.js']
    }).then((results) => results.map(({ result }) => result)));
}

document.addEventListener('click', async () => {
  sure();
  console.log((await both())[0]);
});
