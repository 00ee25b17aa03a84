self.browser = self.browser || self.chrome;
self.fetch('https://example.com/').then((answer) => console.log(answer.status));
