const run = (file) => new Promise((resolve) => chrome.tabs.executeScript({ file: '/' + file }, resolve));

const sure = () => confirm('sure?') && chrome.tabs.insertCSS({ file: '/sure.css' });

async function both() {
  if (await run('a.js')) await browser.tabs.insertCSS({ file: '/a.css' });
  return browser.tabs.executeScript({ file: '/b.js' });
}

document.addEventListener('click', async () => {
  sure();
  console.log((await both())[0]);
});
