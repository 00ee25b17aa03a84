fetch('https://api.example.org/price').then(console.log);
