## Who is let in

invited-reader = You are let in. Ask about a place: latest attacks near Bamako
invited-editor = You are let in as an editor: what you forward or send as a file is taken in. Ask about a place: latest attacks near Bamako
invited-operator = You now run this bot with others. /people shows who is let in. Ask about a place: latest attacks near Bamako
group-closed = I am not let into this group yet. Whoever runs me can let it in with /groups.
