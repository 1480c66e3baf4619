-- Materials: a file's content stands once under its hash; a removed attachment keeps its row.

create table stored_file (
    sha256     char(64) primary key,
    size       bigint not null,
    media_type text not null,
    content    bytea not null,
    stored_at  timestamptz not null
);

create table attachment (
    id            bigint generated always as identity primary key,
    number        text not null references project_application,
    material_code text not null,
    file_name     text not null,
    media_type    text not null,
    size          bigint not null,
    sha256        char(64) not null references stored_file,
    uploaded_by   bigint not null references account,
    uploaded_at   timestamptz not null,
    removed_by    bigint references account,
    removed_at    timestamptz
);
create index attachment_of_application on attachment (number, material_code, id);
