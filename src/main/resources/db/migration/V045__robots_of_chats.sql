-- Whose chat a robot stands in: WeCom, DingTalk and Feishu want a message and a signature of their own form each.
-- WeCom signs nothing: its address is the secret.
alter table webhook
    add column robot text not null default 'PLAIN' check (robot in ('PLAIN', 'WECOM', 'DINGTALK', 'FEISHU')),
    alter column secret drop not null;
alter table webhook
    alter column robot drop default,
    add constraint webhook_signs check ((secret is null) = (robot = 'WECOM'));
