let sites = [];
