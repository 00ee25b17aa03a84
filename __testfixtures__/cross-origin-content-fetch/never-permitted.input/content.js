fetch('https://cors.example.org/public.json').then(console.log);
