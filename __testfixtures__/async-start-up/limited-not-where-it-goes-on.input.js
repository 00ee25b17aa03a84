let news = [];

async function follow() {
  const response = await fetch('https://news.example/stream');
  const reader = response.body.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    news = [...news, value];
  }
}
follow();

chrome.tabs.onCreated.addListener(() => console.log(news.length));
