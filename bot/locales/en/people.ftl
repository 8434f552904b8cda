# Roles and invitations.

role-cadre = Cadre (kader)
role-patbm-activist = PATBM activist
role-working-group = Working group (POKJA)
role-field-officer = Field officer (PKB/PLKB)
role-agency-kabkota = District agency (OPD KB)
role-partner = Partner of another sector
role-case-officer = Case officer
role-agency-province = DP3ACSKB
role-admin = Admin
role-auditor = Auditor
invite-name = invitation
invite-role = <b>Invite as what?</b>
invite-role-label = Role
invite-region = <b>For which region?</b>
invite-region-hint = For cadres and PATBM activists choose the village.
invite-region-label = Region
invite-made =
    🔗 Invitation as <b>{ $role }</b> for <b>{ $place }</b>:
    { $link }

    Pass it on to the person. Good for { $uses } person, until { $until }.
invite-needs-second = This role begins only when a second person at DP3ACSKB has confirmed it.
invite-offer = You are invited as <b>{ $role }</b> for <b>{ $place }</b>. Accept this invitation?
invite-offer-consent =
    You are invited as <b>{ $role }</b> for <b>{ $place }</b>.

    This bot keeps your Telegram name, role, region and what you send, for the programme Kampung KB CIKAR. You may ask for erasure at any time. More: /privacy (version { $version }).

    By pressing "Agree and join" you agree to this.
invite-accept = ✅ Agree and join
invite-notice = Read the privacy notice
invite-decline = No
invite-declined = Good, nothing was kept. You may open this invitation again while it is valid.
invite-welcome = Welcome! You are now <b>{ $role }</b> for <b>{ $place }</b>.
invite-waiting = Thank you. The role <b>{ $role }</b> for <b>{ $place }</b> begins when a second person at DP3ACSKB has confirmed it. You will be told here. If it takes long, ask DP3ACSKB.
invite-have-it = You already have this role.
invite-unknown = This invite link is not known. Ask for a new one from whoever invited you.
invite-expired = This invite link has expired. Ask for a new one from whoever invited you.
invite-used-up = This invite link has been used. Ask for a new one from whoever invited you.
role-waiting = <b>{ $name }</b> is invited as <b>{ $role }</b> for <b>{ $place }</b>. This role opens child-protection data, so it takes two people. Confirm only if you know this person.
role-confirm = ✅ Confirm this role
role-confirmed = Your role as <b>{ $role }</b> for <b>{ $place }</b> is active now. Type /menu.
role-confirmed-by-you = You have activated the role <b>{ $role }</b> for <b>{ $place }</b>.
role-not-confirmed = Cannot be confirmed: somebody else was first, or it is your own invitation. Ask another colleague at DP3ACSKB.
