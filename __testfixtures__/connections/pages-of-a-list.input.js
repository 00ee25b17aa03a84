function load(page) {
  return fetch(`https://example.com/list?page=${page}`)
    .then((answer) => answer.json())
    .then((list) => {
      console.log(list.items);
      if (list.more) return load(page + 1);
    });
}

async function loadAll() {
  for (;;) {
    const list = await (await fetch('https://example.com/next')).json();
    if (!list.more) break;
  }
}

chrome.alarms.onAlarm.addListener(() => { load(1); loadAll(); });
