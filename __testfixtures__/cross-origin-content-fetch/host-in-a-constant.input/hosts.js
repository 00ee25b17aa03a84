const API = 'https://api.example.org';
const HOSTS = { images: 'https://images.example.org/' };
