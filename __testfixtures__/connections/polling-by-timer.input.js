function poll() {
  fetch('https://example.com/news').then(() => setTimeout(() => poll(), 60000));
}
poll();
