setTheme('dark');
