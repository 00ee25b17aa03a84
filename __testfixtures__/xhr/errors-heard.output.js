const failures = [];
self.onerror = (message) => { failures.push(message); };

function load(done) {
  fetch(chrome.runtime.getURL('data.json'))
    .then(async (response) => {
      const text = await response.text();
      let data = null;
      try {
        data = JSON.parse(text);
      } catch {
        // What is no JSON is null.
      }
      return data;
    })
    .then((data) => done(data.list), () => done(failures.length));
}

chrome.runtime.onMessage.addListener(() => load(console.log));
